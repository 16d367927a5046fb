package io.counterfoil.billing.plan;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Discount;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How something is charged: one version of a plan, which never changes once it is published. A subscription keeps the
 * version that was valid on its start date.
 *
 * @param validTo first day on which the version can't be bought any more; null while it can
 * @param commitment what must be spent in each period; null without
 * @param discounts on all charges together
 */
public record Plan(
        String planId,
        int version,
        String name,
        LocalDate validFrom,
        LocalDate validTo,
        List<Charge> charges,
        Commitment commitment,
        List<Discount> discounts) {

    /**
     * @param period in which the minimum must be spent
     * @param dialect how the minimum of a fragment of the period is counted; null where the policy decides
     * @param minimums by currency
     */
    public record Commitment(BillingPeriod period, Proration dialect, Map<String, Money> minimums) {
        public Commitment {
            minimums = Map.copyOf(minimums);
        }
    }

    public Plan {
        charges = List.copyOf(charges);
        discounts = List.copyOf(discounts);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    Plan withVersion(int number) {
        return new Plan(planId, number, name, validFrom, validTo, charges, commitment, discounts);
    }

    /** The same with its charges as they are sold. */
    public Plan sold(UnaryOperator<Charge> terms) {
        List<Charge> all = charges.stream().map(terms).toList();
        return new Plan(planId, version, name, validFrom, validTo, all, commitment, discounts);
    }

    boolean saysTheSameAs(Plan other) {
        return equals(other.withVersion(version));
    }

    /** Names the price that a charge of this version was billed at. */
    public String priceId(Charge charge) {
        return planId + "/" + version + "/" + charge.chargeId();
    }

    /** The charge of that id, which the caller has from this version. */
    public Charge charge(String chargeId) {
        return charges.stream()
                .filter(charge -> charge.chargeId().equals(chargeId))
                .findFirst()
                .orElseThrow();
    }

    /** The charges in a currency; refuses when one has list prices but none in this currency. */
    public List<Charge> chargesIn(String currency) {
        for (Charge charge : charges) {
            if (!charge.isPricedByOrder() && !charge.tariffs().containsKey(currency)) {
                throw new PriceMissing(planId, charge.chargeId(), currency);
            }
        }
        return charges;
    }
}
