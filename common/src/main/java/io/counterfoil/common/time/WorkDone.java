package io.counterfoil.common.time;

import java.time.Instant;

/**
 * A timer has done what was due.
 *
 * @param sets how many it took
 * @param from when it began, by the business clock
 */
public record WorkDone(String work, int sets, Instant from, Instant until) {}
