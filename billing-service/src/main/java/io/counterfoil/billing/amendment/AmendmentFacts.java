package io.counterfoil.billing.amendment;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.document.Obligation;
import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.SubscriptionAmended;
import io.counterfoil.billing.subscription.SubscriptionAmended.ModificationTreatment;
import io.counterfoil.billing.subscription.SubscriptionCancelled;
import io.counterfoil.billing.subscription.SubscriptionRenewed;
import io.counterfoil.billing.subscription.SubscriptionResumed;
import io.counterfoil.billing.subscription.SubscriptionState;
import io.counterfoil.billing.subscription.SubscriptionSuspended;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.billing.timeline.UpliftRate;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells of a change that came into effect.
 *
 * @param before the timeline without it
 * @param after the timeline with it
 * @param waiting what waits for the next invoice
 * @param treatment how the policy wants the ledger to treat a modification
 * @param valueChange how much more, or less, is billed until its end because of it; null where it has none
 */
record AmendmentFacts(
        Agreement agreement,
        Subscription subscription,
        Timeline before,
        Timeline after,
        List<PendingLine> waiting,
        PolicyValue treatment,
        Map<String, String> policyVersions,
        Money valueChange,
        Instant at) {

    Fact of(Change change) {
        return switch (change.kind()) {
            case PAUSE -> suspended(change, SubscriptionSuspended.Cause.CUSTOMER, SubscriptionSuspended.State.PAUSED);
            case SUSPEND ->
                suspended(change, SubscriptionSuspended.Cause.DUNNING, SubscriptionSuspended.State.SUSPENDED);
            case RESUME -> resumed(change, SubscriptionResumed.Cause.CUSTOMER);
            case REINSTATE -> resumed(change, SubscriptionResumed.Cause.DUNNING);
            case CANCEL -> cancelled(change);
            case RENEW -> renewed(change);
            default -> amended(change);
        };
    }

    private Fact amended(Change change) {
        List<ChargeTerms> was = before.on(change.effectiveDate()).terms();
        List<ChargeTerms> is = after.on(change.effectiveDate()).terms();
        return new SubscriptionAmended(
                subscription.subscriptionId(),
                subscription.number(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                change.changeId(),
                change.kind().name(),
                change.effectiveDate(),
                obligations(was, before.lastEnd()),
                obligations(is, after.lastEnd()),
                isAutomatic() ? automatic(change, was, is) : treatment.as(ModificationTreatment.class),
                isAutomatic() ? "rule" : treatment.reference(),
                (is.isEmpty() ? was : is).get(0).dialect().name(),
                waiting,
                at,
                policyVersions,
                valueChange);
    }

    private boolean isAutomatic() {
        return treatment.is("AUTOMATIC");
    }

    /** More of the same at the same price, or another plan beside it, is sold for itself; all else changes what was sold. */
    private static ModificationTreatment automatic(Change change, List<ChargeTerms> was, List<ChargeTerms> is) {
        boolean more = change.kind() == ChangeKind.QUANTITY && units(is).compareTo(units(was)) > 0;
        return more || change.kind() == ChangeKind.ADD_ON
                ? ModificationTreatment.SEPARATE_CONTRACT
                : ModificationTreatment.PROSPECTIVE;
    }

    private static Quantity units(List<ChargeTerms> charges) {
        return charges.stream().map(ChargeTerms::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    private Fact suspended(Change change, SubscriptionSuspended.Cause cause, SubscriptionSuspended.State state) {
        return new SubscriptionSuspended(
                subscription.subscriptionId(),
                subscription.number(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                change.effectiveDate(),
                cause,
                state,
                change.details().reason(),
                promises(change),
                waiting,
                at,
                policyVersions,
                valueChange);
    }

    private Fact resumed(Change change, SubscriptionResumed.Cause cause) {
        return new SubscriptionResumed(
                subscription.subscriptionId(),
                subscription.number(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                change.effectiveDate(),
                cause,
                promises(change),
                waiting,
                at,
                policyVersions,
                valueChange);
    }

    private Fact cancelled(Change change) {
        SubscriptionState was = before.on(change.effectiveDate()).state();
        return new SubscriptionCancelled(
                subscription.subscriptionId(),
                subscription.number(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.customerId(),
                agreement.legalEntityId(),
                change.details().endDate(),
                change.details().reason(),
                was == SubscriptionState.PENDING || !change.details().endDate().isAfter(subscription.startDate()),
                at,
                agreement.currency(),
                agreement.contractVersion(),
                null,
                promises(change),
                null,
                waiting,
                policyVersions,
                valueChange);
    }

    private Fact renewed(Change change) {
        List<ChargeTerms> is = after.on(change.effectiveDate()).terms();
        UpliftRate uplift = change.details().uplift();
        ServicePeriod term =
                new ServicePeriod(change.effectiveDate(), change.details().endDate());
        return new SubscriptionRenewed(
                subscription.subscriptionId(),
                subscription.number(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                change.effectiveDate(),
                term,
                uplift == null ? null : uplift.text(),
                is.stream().map(terms -> obligation(terms, term)).toList(),
                at,
                policyVersions,
                valueChange);
    }

    private List<UUID> promises(Change change) {
        return before.on(change.effectiveDate()).terms().stream()
                .map(ChargeTerms::performanceObligationId)
                .distinct()
                .toList();
    }

    private List<Obligation> obligations(List<ChargeTerms> charges, LocalDate end) {
        LocalDate start = subscription.startDate();
        ServicePeriod term = end == null || !start.isBefore(end) ? null : new ServicePeriod(start, end);
        return charges.stream().map(terms -> obligation(terms, term)).toList();
    }

    private static Obligation obligation(ChargeTerms terms, ServicePeriod term) {
        return new Obligation(
                terms.performanceObligationId(),
                terms.lineId(),
                terms.productId(),
                terms.planId(),
                terms.planVersion(),
                terms.chargeId(),
                terms.quantity().value().toPlainString(),
                terms.unitPrice().value().toPlainString(),
                terms.unitPrice().baseQuantity().toPlainString(),
                terms.billingPeriod() == null ? null : terms.billingPeriod().text(),
                null,
                terms.revenueTreatment().name(),
                term);
    }
}
