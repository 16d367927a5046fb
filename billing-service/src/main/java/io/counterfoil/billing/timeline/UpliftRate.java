package io.counterfoil.billing.timeline;

import io.counterfoil.billing.rating.UnitPrice;
import java.math.BigDecimal;

/**
 * By which share a price rises when a term is renewed.
 *
 * @param value 0.035 is three and a half per cent; below zero it falls
 */
public record UpliftRate(BigDecimal value) {

    public static UpliftRate ofPercent(String percent) {
        return new UpliftRate(new BigDecimal(percent).movePointLeft(2));
    }

    UnitPrice on(UnitPrice price) {
        BigDecimal raised = price.value().multiply(BigDecimal.ONE.add(value));
        return new UnitPrice(raised.stripTrailingZeros(), price.baseQuantity());
    }

    public String text() {
        return value.toPlainString();
    }
}
