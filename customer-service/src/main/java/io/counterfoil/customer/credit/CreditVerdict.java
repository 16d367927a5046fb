package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;
import io.counterfoil.customer.hierarchy.Family.Flaw;
import java.util.List;
import java.util.UUID;

/**
 * Whether a customer may have more, with the figures and the reason.
 *
 * @param limitOf whose limit decided: the customer's own, or that of somebody above it
 * @param limit null where no limit decided
 * @param exposure in the currency of the limit
 * @param available what is left of the limit before this; negative when it is over
 * @param rates by which other currencies were counted
 * @param dependsOn whose state or relationships decided, where the family did
 */
record CreditVerdict(
        Decision decision,
        ReasonCode reasonCode,
        String reason,
        UUID limitOf,
        Money limit,
        Exposure exposure,
        Money available,
        List<ConversionRate> rates,
        List<UUID> dependsOn) {

    /** What is answered. */
    enum Decision {
        APPROVED,
        WARNED,
        REFUSED
    }

    /** Why. */
    enum ReasonCode {
        WITHIN_LIMIT,
        NO_LIMIT,
        OVER_LIMIT,
        OVER_GROUP_LIMIT,
        OTHER_CURRENCY,
        CUSTOMER_SUSPENDED,
        CUSTOMER_CLOSED,
        PARENT_NOT_ACTIVE,
        BILL_TO_NOT_ACTIVE,
        HIERARCHY_CIRCLE
    }

    /** Pure: of one limit against what is at risk under it, with more asked for; all in the currency of the limit. */
    static CreditVerdict of(
            CreditTerms terms, Exposure exposure, Money wanted, boolean own, List<ConversionRate> rates) {
        Money available = terms.limit().minus(exposure.total());
        boolean fits = wanted.compareTo(available) <= 0;
        ReasonCode over = own ? ReasonCode.OVER_LIMIT : ReasonCode.OVER_GROUP_LIMIT;
        return new CreditVerdict(
                fits ? Decision.APPROVED : strict(terms),
                fits ? ReasonCode.WITHIN_LIMIT : over,
                wanted.amount() + " " + wanted.currency() + " of " + available.amount() + " available",
                terms.customerId(),
                terms.limit(),
                exposure,
                available,
                rates,
                List.of());
    }

    /** The family is not in order: nothing is worked out before it is. */
    static CreditVerdict unsound(UUID customerId, Flaw flaw, Exposure exposure) {
        String who = "customer " + flaw.customerNumber();
        return switch (flaw.kind()) {
            case CIRCLE ->
                refused(
                        customerId,
                        ReasonCode.HIERARCHY_CIRCLE,
                        "By its parents " + who + " is above itself",
                        exposure,
                        flaw.dependsOn());
            case PARENT ->
                refused(
                        customerId,
                        ReasonCode.PARENT_NOT_ACTIVE,
                        "Its parent, " + who + ", is " + flaw.state(),
                        exposure,
                        flaw.dependsOn());
            case BILL_TO ->
                refused(
                        customerId,
                        ReasonCode.BILL_TO_NOT_ACTIVE,
                        "It is billed to " + who + ", who is " + flaw.state(),
                        exposure,
                        flaw.dependsOn());
        };
    }

    /** Whatever the limit. */
    static CreditVerdict refused(
            UUID customerId, ReasonCode why, String reason, Exposure exposure, List<UUID> dependsOn) {
        return new CreditVerdict(Decision.REFUSED, why, reason, customerId, null, exposure, null, List.of(), dependsOn);
    }

    /** What can't be counted against a limit does not pass it. */
    static CreditVerdict withoutRate(CreditTerms terms, Exposure known, String currency) {
        return new CreditVerdict(
                strict(terms),
                ReasonCode.OTHER_CURRENCY,
                "The limit is in " + terms.limit().currency() + ", and no exchange rate for " + currency + " is known",
                terms.customerId(),
                terms.limit(),
                known,
                null,
                List.of(),
                List.of());
    }

    private static Decision strict(CreditTerms terms) {
        return terms.policy() == CreditPolicy.BLOCK ? Decision.REFUSED : Decision.WARNED;
    }

    /** The severest answer counts; of equal ones the nearest limit. */
    boolean isWorseThan(CreditVerdict other) {
        return decision.compareTo(other.decision) > 0;
    }
}
