package io.counterfoil.suite.twin.gateway;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/** A dispute as the API of 2025 shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Dispute(
        String id,
        String object,
        long amount,
        String charge,
        long created,
        String currency,
        Map<String, Object> evidenceDetails,
        String paymentIntent,
        String reason,
        String status) {

    private static final long TEN_DAYS = 864_000;

    static Dispute of(PaymentIntent intent, long amount, String reason, long created) {
        return new Dispute(
                Ids.next("dp_1"),
                "dispute",
                amount,
                intent.latestCharge(),
                created,
                intent.currency(),
                Map.of("due_by", created + TEN_DAYS, "has_evidence", false),
                intent.id(),
                reason,
                "needs_response");
    }

    Dispute decided(boolean won) {
        return new Dispute(
                id,
                object,
                amount,
                charge,
                created,
                currency,
                evidenceDetails,
                paymentIntent,
                reason,
                won ? "won" : "lost");
    }
}
