package io.counterfoil.billing.plan;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.UnitPrice;
import java.util.Map;

/**
 * What a plan charges for.
 *
 * @param period the rhythm of a recurring charge, billed in advance; null when it is charged once
 * @param listPrices the plan's own prices by currency; empty where the order line sets the price
 */
public record Charge(
        String chargeId,
        String name,
        Kind kind,
        Pricing pricing,
        BillingPeriod period,
        Map<String, UnitPrice> listPrices) {

    /** Again and again, or once. */
    public enum Kind {
        RECURRING,
        ONE_TIME
    }

    public Charge {
        listPrices = Map.copyOf(listPrices);
    }

    /** True where the order line sets the price. */
    boolean isPricedByOrder() {
        return listPrices.isEmpty();
    }

    /** The price in a currency: the plan's own, else that of the order line. */
    public UnitPrice price(UnitPrice ofOrderLine, String currency) {
        return listPrices.getOrDefault(currency, ofOrderLine);
    }
}
