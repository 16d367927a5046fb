package io.counterfoil.order.quote;

import java.time.Instant;

/** What one person decided about a quote. */
public record Approval(String person, QuoteJson.Verdict decision, String comment, Instant at) {}
