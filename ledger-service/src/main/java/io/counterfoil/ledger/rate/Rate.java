package io.counterfoil.ledger.rate;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency was worth in another one on a day.
 *
 * @param source who says so
 * @param date the first day on which it was valid
 */
public record Rate(String base, String quote, BigDecimal value, String source, LocalDate date) {

    /** The same amount in the other currency, rounded once. */
    public Money convert(Money amount) {
        return Rounding.toMinorUnits(amount.toDecimal().multiply(value), quote);
    }
}
