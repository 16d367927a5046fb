package io.counterfoil.ledger.schedule;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Earning an amount evenly over the days of a period. What is earned up to a day is rounded, never the single parts; so
 * parts are differences, each cumulative figure is exact to the minor unit, and the last part takes what remains.
 */
final class ByDay {

    private ByDay() {}

    /** What is earned of the amount before the day {@code until}, over {@code [start, end)}. */
    static Money earned(Money amount, LocalDate start, LocalDate end, LocalDate until) {
        if (!until.isAfter(start)) {
            return Money.zero(amount.currency());
        }
        if (!until.isBefore(end)) {
            return amount;
        }
        return Rounding.share(
                amount,
                BigDecimal.valueOf(ChronoUnit.DAYS.between(start, until)),
                BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)));
    }
}
