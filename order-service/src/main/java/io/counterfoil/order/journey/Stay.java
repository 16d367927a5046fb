package io.counterfoil.order.journey;

import java.time.Instant;

/** A stay of a process in one state: since when, until when, and who or what led here. */
public record Stay(String state, Instant enteredAt, Instant leftAt, String cause, String actor) {}
