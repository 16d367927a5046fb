package io.counterfoil.customer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** All resources and providers of the archive, at its root; callers show bearer tokens. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
public class CustomerApplication extends Application {}
