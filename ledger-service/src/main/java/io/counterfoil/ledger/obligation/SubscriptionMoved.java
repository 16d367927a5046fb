package io.counterfoil.ledger.obligation;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.obligation.ObligationAct.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a subscription that rests, goes on or ends decides its revenue: which promises it concerns, and from when on. */
record SubscriptionMoved(
        String subscriptionNumber,
        String legalEntityId,
        LocalDate effectiveDate,
        Instant effectiveAt,
        String cause,
        String reason,
        Boolean takenBack,
        List<String> performanceObligationIds) {

    static final String SUSPENDED = "io.counterfoil.billing.subscription.suspended.v1";
    static final String RESUMED = "io.counterfoil.billing.subscription.resumed.v1";
    static final String CANCELLED = "io.counterfoil.billing.subscription.cancelled.v1";

    SubscriptionMoved {
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(effectiveDate, "effectiveDate");
        requireNonNull(effectiveAt, "effectiveAt");
        performanceObligationIds = performanceObligationIds == null ? List.of() : performanceObligationIds;
    }

    /**
     * What is done to each promise; at the event's place in billing's history.
     *
     * @param toldOn the legal entity's day on which billing told it
     */
    Map<String, ObligationAct> acts(Envelope event, LocalDate toldOn, Instant now) {
        Map<String, ObligationAct> acts = new LinkedHashMap<>();
        for (String id : performanceObligationIds) {
            acts.put(
                    id,
                    new ObligationAct(
                            EventIds.derived(event.id(), "MOVED:" + id),
                            kind(event.type()),
                            effectiveDate,
                            null,
                            null,
                            null,
                            why(event.type()),
                            "billing",
                            now,
                            event.position(),
                            toldOn,
                            cause));
        }
        return acts;
    }

    private Kind kind(String type) {
        return switch (type) {
            case SUSPENDED -> Kind.HOLD;
            case RESUMED -> Kind.RESUME;
            case CANCELLED -> Boolean.TRUE.equals(takenBack) ? Kind.CONTINUE : Kind.TERMINATE;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private String why(String type) {
        String what = type.substring(type.lastIndexOf("subscription.") + 13, type.lastIndexOf('.'));
        String because = reason == null ? cause : reason;
        return "Subscription " + subscriptionNumber + " " + what + (because == null ? "" : ": " + because);
    }
}
