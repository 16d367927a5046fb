package io.counterfoil.billing.voiding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One act of voiding.
 *
 * @param act its id, which is that of its fact too
 */
record Voiding(UUID act, LocalDate day, Instant at) {}
