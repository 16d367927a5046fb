package io.counterfoil.suite.twin.salesforce;

import java.time.Instant;
import java.util.List;

/** One POST of outbound messages: what was in it, what came back. Status 0: no answer came. */
public record Delivery(
        long sequence, Instant at, List<String> notificationIds, int status, boolean acknowledged, String answer) {}
