package io.counterfoil.order.approval;

import java.time.Instant;

/** What one person decided about a quote. */
public record Approval(String person, Verdict decision, String comment, Instant at) {}
