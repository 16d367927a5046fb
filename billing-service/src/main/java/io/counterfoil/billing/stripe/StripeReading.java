package io.counterfoil.billing.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.dispute.DisputeState;
import io.counterfoil.billing.dispute.DisputeTold;
import io.counterfoil.billing.gateway.GatewayAnswer;
import io.counterfoil.billing.gateway.GatewayAnswer.Outcome;
import io.counterfoil.billing.payout.Payouts;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the gateway's charges, refunds and disputes say, in our words; whatever API version wrote them. */
final class StripeReading {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Set<String> INQUIRIES =
            Set.of("warning_needs_response", "warning_under_review", "warning_closed");

    private StripeReading() {}

    /** The payment that a charge, refund or dispute belongs to: its intent, or the charge where there was none. */
    static String payment(JsonNode object) {
        String intent = StripeEvent.text(object, "payment_intent");
        if (intent != null) {
            return intent;
        }
        String charge = StripeEvent.text(object, "charge");
        return charge == null ? StripeEvent.text(object, "id") : charge;
    }

    /** What of a charge was given back in all. */
    static Money givenBack(StripeEvent event) {
        return amount(event, "amount_refunded");
    }

    /** The refund of ours that it is about; empty when somebody else made it. */
    static Optional<UUID> refundId(JsonNode object) {
        return ours(object, "refund_id");
    }

    /** The attempt of ours that it answers; empty when the customer paid of their own accord. */
    static Optional<UUID> attemptId(JsonNode object) {
        return ours(object, "attempt_id");
    }

    private static Optional<UUID> ours(JsonNode object, String field) {
        String id = StripeEvent.text(object.path("metadata"), field);
        return id != null && id.matches(ID) ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    static GatewayAnswer refund(JsonNode object) {
        String status = StripeEvent.text(object, "status");
        String id = StripeEvent.text(object, "id");
        return switch (status == null ? "pending" : status) {
            case "succeeded" -> new GatewayAnswer(id, Outcome.PAID, null, null);
            case "failed", "canceled" -> {
                String code = StripeEvent.text(object, "failure_reason");
                yield new GatewayAnswer(id, Outcome.FAILED, code == null ? status : code, "The gateway says " + status);
            }
            default -> new GatewayAnswer(id, Outcome.PENDING, null, null);
        };
    }

    /** A dispute; empty while it is only an inquiry, which moves no money. */
    static Optional<DisputeTold> dispute(StripeEvent event, Instant at) {
        JsonNode object = event.object();
        String status = StripeEvent.text(object, "status");
        if (status != null && INQUIRIES.contains(status)) {
            return Optional.empty();
        }
        String reason = StripeEvent.text(object, "reason");
        return Optional.of(new DisputeTold(
                StripeEvent.GATEWAY,
                payment(object),
                StripeEvent.text(object, "id"),
                amount(event, "amount"),
                state(status),
                reason == null ? "general" : reason,
                null,
                dueBy(object),
                at));
    }

    private static DisputeState state(String status) {
        if ("won".equals(status)) {
            return DisputeState.WON;
        }
        return "lost".equals(status) ? DisputeState.LOST : DisputeState.OPEN;
    }

    private static LocalDate dueBy(JsonNode object) {
        JsonNode due = object.path("evidence_details").path("due_by");
        return due.canConvertToLong() && due.isIntegralNumber() && due.longValue() > 0
                ? LocalDate.ofInstant(Instant.ofEpochSecond(due.longValue()), ZoneOffset.UTC)
                : null;
    }

    /** What was paid out; negative where the gateway took some back. */
    static Money paidOut(StripeEvent event) {
        String currency = StripeEvent.text(event.object(), "currency");
        JsonNode amount = event.object().path("amount");
        if (currency == null || !amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw new UnreadableWebhook(event.type() + " " + event.id() + " has no amount or no currency");
        }
        return StripeAmount.of(amount.longValue(), currency);
    }

    /** Why the bank sent a payout back. */
    static Payouts.Failure payoutFailure(StripeEvent event) {
        String code = StripeEvent.text(event.object(), "failure_code");
        String reason = StripeEvent.text(event.object(), "failure_message");
        return new Payouts.Failure(
                paidOut(event),
                code == null ? "unknown" : code,
                reason == null ? "The gateway gave no reason." : reason);
    }

    /** The day on which it is at the bank; null where that is not said. */
    static LocalDate arrival(JsonNode object) {
        JsonNode at = object.path("arrival_date");
        return at.isIntegralNumber()
                ? LocalDate.ofInstant(Instant.ofEpochSecond(at.longValue()), ZoneOffset.UTC)
                : null;
    }

    private static Money amount(StripeEvent event, String field) {
        String currency = StripeEvent.text(event.object(), "currency");
        JsonNode amount = event.object().path(field);
        if (currency == null || !amount.isIntegralNumber() || amount.longValue() < 0) {
            throw new UnreadableWebhook(event.type() + " " + event.id() + " has no " + field + " or no currency");
        }
        return StripeAmount.of(amount.longValue(), currency);
    }
}
