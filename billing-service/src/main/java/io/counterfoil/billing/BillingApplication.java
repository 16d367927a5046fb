package io.counterfoil.billing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources and providers of the archive, at its root. */
@ApplicationPath("/")
public class BillingApplication extends Application {}
