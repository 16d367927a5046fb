package io.counterfoil.billing.exchange;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth in another one, from a day on.
 *
 * @param value an exact decimal
 * @param source who published it
 */
public record ExchangeRate(String from, String to, LocalDate validFrom, int version, BigDecimal value, String source) {

    /** The amount in the other currency, rounded once. */
    public Money convert(Money amount) {
        return Rounding.toMinorUnits(amount.toDecimal().multiply(value), to);
    }

    boolean saysTheSameAs(ExchangeRate other) {
        return value.compareTo(other.value) == 0 && source.equals(other.source);
    }

    ExchangeRate withVersion(int number) {
        return new ExchangeRate(from, to, validFrom, number, value, source);
    }
}
