package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Plan;
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
 * <p>It is PENDING from the day its order is accepted until its start date, in TRIAL while it is free, ACTIVE from then on,
 * billed period by period, and EXPIRED when its term has ended. The customer may have it PAUSED, dunning SUSPENDED. It may be
 * CANCELLED at any time; before it starts nothing is ever billed.
 *
 * @param lineId the order line that sold it; its own id where none did
 * @param endDate first day that is no longer served, as far as that is known; null without an end
 * @param trialEnd first day that is charged; null without a trial
 * @param termEnd the end that was agreed first; null without a term
 * @param bundleId the base subscription of its bundle; null where it stands alone
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
        LocalDate trialEnd,
        LocalDate termEnd,
        UUID bundleId,
        Quantity quantity,
        UnitPrice unitPrice,
        BillingPeriod billingPeriod,
        SubscriptionState state,
        int version) {

    /** A subscription to a plan that charges more than once, shown with the first such charge. */
    static Subscription agreed(
            UUID id, String number, Plan plan, Sale sale, LocalDate start, LocalDate chargedFrom, LocalDate end) {
        Charge first = plan.charges().stream()
                .filter(charge -> charge.kind() != Charge.Kind.ONE_TIME)
                .findFirst()
                .orElseThrow();
        return new Subscription(
                id,
                number,
                sale.agreementId(),
                sale.lineId(),
                sale.productId(),
                plan.planId(),
                plan.version(),
                start,
                end,
                chargedFrom.equals(start) ? null : chargedFrom,
                end,
                null,
                sale.quantity(),
                first.price(sale.unitPrice(), sale.currency()),
                first.period(),
                SubscriptionState.PENDING,
                1);
    }

    /** The subscription in a bundle. */
    Subscription bundledWith(UUID base) {
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
                trialEnd,
                termEnd,
                base,
                quantity,
                unitPrice,
                billingPeriod,
                state,
                version);
    }

    /** The first day that is charged: after the trial. */
    public LocalDate chargedFrom() {
        return trialEnd == null ? startDate : trialEnd;
    }

    /** True while it waits for its first charged day. */
    public boolean isToBegin() {
        return state == SubscriptionState.PENDING || state == SubscriptionState.TRIAL;
    }

    /** True when its first charged day has come and it does not run yet. */
    public boolean startsBy(LocalDate today) {
        return isToBegin() && !chargedFrom().isAfter(today);
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

    /** The subscription as its timeline says, with the terms of its first charge. */
    public Subscription standing(SubscriptionState now, LocalDate end, ChargeTerms first) {
        boolean unknown = first == null;
        return new Subscription(
                subscriptionId,
                number,
                agreementId,
                lineId,
                unknown ? productId : first.productId(),
                unknown ? planId : first.planId(),
                unknown ? planVersion : first.planVersion(),
                startDate,
                end,
                trialEnd,
                termEnd,
                bundleId,
                unknown ? quantity : first.quantity(),
                unknown ? unitPrice : first.unitPrice(),
                unknown ? billingPeriod : first.billingPeriod(),
                now,
                version + 1);
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
                trialEnd,
                termEnd,
                bundleId,
                quantity,
                unitPrice,
                billingPeriod,
                to,
                version + 1);
    }
}
