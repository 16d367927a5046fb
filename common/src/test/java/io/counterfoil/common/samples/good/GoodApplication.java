package io.counterfoil.common.samples.good;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("/")
public class GoodApplication extends Application {}
