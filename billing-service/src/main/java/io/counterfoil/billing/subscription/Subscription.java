package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.http.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A recurring promise to a customer.
 *
 * <p>It is PENDING from the day its order is accepted until its start date, ACTIVE from then on, billed in advance period by
 * period, and EXPIRED when its term has ended. It may be CANCELLED before it starts: then nothing is ever billed.
 *
 * @param endDate first day that is no longer served; null without a term
 * @param version grows with every change; a change from an older one is refused by the database
 */
public record Subscription(
        UUID subscriptionId,
        String number,
        UUID agreementId,
        UUID lineId,
        String productId,
        String planId,
        int planVersion,
        LocalDate startDate,
        LocalDate endDate,
        Quantity quantity,
        UnitPrice unitPrice,
        BillingPeriod billingPeriod,
        SubscriptionState state,
        int version) {

    /** The order that sold it; null where none did. */
    public UUID orderId() {
        return lineId == null ? null : agreementId;
    }

    /** True when its start date has come and it does not run yet. */
    public boolean startsBy(LocalDate today) {
        return state == SubscriptionState.PENDING && !startDate.isAfter(today);
    }

    public Subscription activate() {
        return move(SubscriptionState.ACTIVE, "be activated");
    }

    Subscription cancel() {
        return move(SubscriptionState.CANCELLED, "be cancelled");
    }

    Subscription cancelIfPending() {
        return state == SubscriptionState.PENDING ? cancel() : this;
    }

    /** The fact of its activation. */
    public SubscriptionActivated activated(Agreement agreement, LocalDate nextBillingDate, Instant at) {
        return new SubscriptionActivated(
                subscriptionId,
                number,
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                lineId,
                productId,
                planId,
                planVersion,
                startDate,
                endDate,
                quantity.value().toPlainString(),
                unitPrice.value().toPlainString(),
                billingPeriod,
                nextBillingDate,
                at,
                Map.of());
    }

    SubscriptionCancelled cancelled(Agreement agreement, OrderCancelled order, Instant at) {
        return new SubscriptionCancelled(
                subscriptionId,
                number,
                agreement.orderId(),
                agreement.contractId(),
                agreement.customerId(),
                agreement.legalEntityId(),
                order.effectiveDate(),
                order.reason(),
                true,
                at,
                agreement.currency(),
                agreement.contractVersion(),
                null,
                null,
                null,
                null,
                null);
    }

    private Subscription move(SubscriptionState to, String move) {
        if (!state.moves().contains(to)) {
            throw new IllegalMove("Subscription " + number, state, move, state.moves());
        }
        return new Subscription(
                subscriptionId,
                number,
                agreementId,
                lineId,
                productId,
                planId,
                planVersion,
                startDate,
                endDate,
                quantity,
                unitPrice,
                billingPeriod,
                to,
                version + 1);
    }
}
