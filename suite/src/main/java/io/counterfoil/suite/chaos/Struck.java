package io.counterfoil.suite.chaos;

import java.time.Duration;

/** A fault that happened: how long it lasted, and how long after its end everything accepted before had come to its end. */
public record Struck(String fault, Duration lasted, Duration recovery) {}
