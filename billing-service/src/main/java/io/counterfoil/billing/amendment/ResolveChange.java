package io.counterfoil.billing.amendment;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.amendment.ChangeJson.Effective;
import io.counterfoil.billing.amendment.ChangeJson.Wanted;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.plan.Plans;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.Sale;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.timeline.Details;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.billing.timeline.Timeline.Standing;
import io.counterfoil.billing.timeline.UpliftRate;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Turns what is wanted into a change that stands on its own: plans, prices and policies as they are today. */
@Dependent
class ResolveChange {

    private final Plans plans;
    private final Policies policies;

    @Inject
    ResolveChange(Plans plans, Policies policies) {
        this.plans = plans;
        this.policies = policies;
    }

    Change resolve(SubscriptionCase of, Wanted wanted, LocalDate today) {
        Timeline timeline = of.timeline();
        LocalDate day = effective(of, timeline, wanted, today);
        ChangeRules.check(of, timeline, wanted, day);
        UUID id = wanted.amendmentId() == null ? EventIds.next() : wanted.amendmentId();
        Change change = new Change(id, of.nextNumber(), wanted.kind(), day, details(of, timeline, wanted, day));
        ChangeRules.following(of.subscription(), timeline, timeline.with(change), day);
        return change;
    }

    private static LocalDate effective(SubscriptionCase of, Timeline timeline, Wanted wanted, LocalDate today) {
        if (wanted.kind() == ChangeKind.RENEW || wanted.effective() == Effective.END_OF_TERM) {
            if (timeline.lastEnd() == null) {
                throw new NothingToRenew(of.subscription().number());
            }
            return timeline.lastEnd();
        }
        if (wanted.effectiveDate() != null) {
            return wanted.effectiveDate();
        }
        return wanted.effective() == Effective.END_OF_PERIOD ? of.periodEnd(today) : today;
    }

    private Details details(SubscriptionCase of, Timeline timeline, Wanted wanted, LocalDate day) {
        Standing standing = timeline.on(day);
        boolean brings = wanted.kind() == ChangeKind.PLAN || wanted.kind() == ChangeKind.ADD_ON;
        List<ChargeTerms> terms = brings ? terms(of, standing, wanted, day) : List.of();
        return new Details(
                concerned(standing, wanted),
                terms,
                brings || wanted.quantity() == null ? null : Quantity.of(wanted.quantity()),
                brings || wanted.unitPrice() == null ? null : UnitPrice.of(wanted.unitPrice()),
                end(of, timeline, wanted, day),
                anchorDay(of, timeline, wanted, terms),
                wanted.upliftPercent() == null ? null : UpliftRate.ofPercent(wanted.upliftPercent()),
                false,
                wanted.reason());
    }

    /** The plan that is replaced, sold anew, or dropped. */
    private static String concerned(Standing standing, Wanted wanted) {
        String named = wanted.kind() == ChangeKind.PLAN ? wanted.replacesPlanId() : wanted.planId();
        return named == null ? standing.planId() : named;
    }

    private List<ChargeTerms> terms(SubscriptionCase of, Standing standing, Wanted wanted, LocalDate day) {
        Plan plan = plans.of(List.of(wanted.planId())).validOn(wanted.planId(), day);
        ChargeTerms base = standing.terms().stream()
                .filter(terms -> terms.planId().equals(concerned(standing, wanted)))
                .findFirst()
                .orElseGet(() -> standing.terms().get(0));
        if (wanted.unitPrice() == null && plan.charges().stream().anyMatch(charge -> charge.isPricedByOrder())) {
            throw new Invalid("/unitPrice", "is required: a charge of the plan has no list price");
        }
        Agreement agreement = of.account().agreement();
        boolean addOn = wanted.kind() == ChangeKind.ADD_ON;
        UUID promise = EventIds.derived(of.subscription().subscriptionId(), "add-on " + plan.planId());
        String product = wanted.productId() == null ? plan.planId() : wanted.productId();
        Sale sale = new Sale(
                agreement.agreementId(),
                of.subscription().subscriptionId(),
                agreement.legalEntityId(),
                agreement.currency(),
                base.lineId(),
                base.lineNumber(),
                product,
                wanted.productName() == null ? plan.name() : wanted.productName(),
                wanted.quantity() == null ? addOn ? Quantity.ONE : base.quantity() : Quantity.of(wanted.quantity()),
                wanted.unitPrice() == null ? null : UnitPrice.of(wanted.unitPrice()),
                addOn ? promise : base.performanceObligationId(),
                base.revenueTreatment(),
                base.taxCategory());
        PolicyBook book = policies.book(List.of(Scope.of(agreement.legalEntityId(), agreement.contractId())));
        return sale.of(sale.asSold(plan, book, agreement.contractId(), day));
    }

    private LocalDate end(SubscriptionCase of, Timeline timeline, Wanted wanted, LocalDate day) {
        return switch (wanted.kind()) {
            case CANCEL ->
                value(of, PolicyName.PRORATION_TERMINATION_DAY, day).equals("BILLED") ? day.plusDays(1) : day;
            case RENEW ->
                wanted.endDate() == null ? timeline.lastEnd().plusMonths(wanted.termMonths()) : wanted.endDate();
            case CO_TERM -> wanted.endDate();
            default -> null;
        };
    }

    /** A day that was chosen for the subscription stays; else a new plan takes that of its alignment. */
    private Integer anchorDay(SubscriptionCase of, Timeline timeline, Wanted wanted, List<ChargeTerms> terms) {
        if (wanted.kind() == ChangeKind.ANCHOR) {
            return wanted.anchorDay();
        }
        if (wanted.kind() == ChangeKind.CO_TERM) {
            return Boolean.TRUE.equals(wanted.alignCycle()) ? wanted.endDate().getDayOfMonth() : null;
        }
        boolean chosen = timeline.changes().stream().anyMatch(change -> change.kind() == ChangeKind.ANCHOR);
        if (wanted.kind() != ChangeKind.PLAN || chosen) {
            return null;
        }
        return terms.stream()
                .filter(charge -> charge.kind() != Kind.ONE_TIME)
                .findFirst()
                .map(charge -> aligned(of, charge))
                .orElse(null);
    }

    private Integer aligned(SubscriptionCase of, ChargeTerms charge) {
        Agreement agreement = of.account().agreement();
        Scope scope = new Scope(
                agreement.legalEntityId(), agreement.contractId(), Scope.chargeKey(charge.planId(), charge.chargeId()));
        String alignment = policies.value(
                        PolicyName.BILLING_ALIGNMENT, scope, of.subscription().startDate())
                .value();
        return switch (alignment) {
            case "ACCOUNT" -> agreement.anchorDay();
            case "BUNDLE" -> of.bundleStart().getDayOfMonth();
            default -> of.subscription().chargedFrom().getDayOfMonth();
        };
    }

    /** When a change in the middle of a period is billed. */
    boolean waitsForNext(SubscriptionCase of, LocalDate day) {
        return value(of, PolicyName.PRORATION_BILLING, day).equals("NEXT_INVOICE");
    }

    private String value(SubscriptionCase of, PolicyName policy, LocalDate day) {
        Agreement agreement = of.account().agreement();
        return policies.value(policy, Scope.of(agreement.legalEntityId(), agreement.contractId()), day)
                .value();
    }
}
