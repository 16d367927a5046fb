package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** One unit of a currency in another one, as the ledger published it. */
record ConversionRate(String from, String to, BigDecimal rate, LocalDate validFrom) {

    static ConversionRate same(String currency) {
        return new ConversionRate(currency, currency, BigDecimal.ONE, null);
    }

    Money convert(Money amount) {
        return from.equals(to)
                ? amount
                : Rounding.toMinorUnits(amount.toDecimal().multiply(rate), to);
    }

    ConversionRate inverse() {
        return new ConversionRate(to, from, BigDecimal.ONE.divide(rate, MathContext.DECIMAL128), validFrom);
    }

    /** This one and then the other; as old as the older of the two. */
    ConversionRate then(ConversionRate next) {
        LocalDate older = validFrom.isBefore(next.validFrom) ? validFrom : next.validFrom;
        return new ConversionRate(from, next.to, rate.multiply(next.rate, MathContext.DECIMAL128), older);
    }

    String text() {
        return rate.round(MathContext.DECIMAL64).toPlainString();
    }
}
