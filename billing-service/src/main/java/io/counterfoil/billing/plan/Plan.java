package io.counterfoil.billing.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * How something is charged: one version of a plan, which never changes once it is published. A subscription keeps the
 * version that was valid on its start date.
 *
 * @param validTo first day on which the version can't be bought any more; null while it can
 */
public record Plan(
        String planId, int version, String name, LocalDate validFrom, LocalDate validTo, List<Charge> charges) {

    public Plan {
        charges = List.copyOf(charges);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    Plan withVersion(int number) {
        return new Plan(planId, number, name, validFrom, validTo, charges);
    }

    boolean saysTheSameAs(Plan other) {
        return equals(other.withVersion(version));
    }

    /** Names the price that a charge of this version was billed at. */
    public String priceId(Charge charge) {
        return planId + "/" + version + "/" + charge.chargeId();
    }

    /** The charges in a currency; refuses when one has list prices but none in this currency. */
    public List<Charge> chargesIn(String currency) {
        for (Charge charge : charges) {
            if (!charge.isPricedByOrder() && !charge.listPrices().containsKey(currency)) {
                throw new PriceMissing(planId, charge.chargeId(), currency);
            }
        }
        return charges;
    }
}
