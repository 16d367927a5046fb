package io.counterfoil.billing.tax;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxRules.Piece;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Cuts a line where the rate changes within its service period; each piece bears the amount of its days. */
final class RateChanges {

    private RateChanges() {}

    static List<Piece> cut(Line line, Function<LocalDate, ApplicableRate> rates) {
        List<ServicePeriod> periods = new ArrayList<>();
        List<ApplicableRate> applied = new ArrayList<>();
        LocalDate start = line.period().start();
        ApplicableRate current = rates.apply(start);
        for (LocalDate day = start.plusDays(1); day.isBefore(line.period().end()); day = day.plusDays(1)) {
            ApplicableRate next = rates.apply(day);
            if (!next.equals(current)) {
                periods.add(new ServicePeriod(start, day));
                applied.add(current);
                start = day;
                current = next;
            }
        }
        periods.add(new ServicePeriod(start, line.period().end()));
        applied.add(current);
        List<Money> amounts = line.net()
                .allocate(periods.stream()
                        .map(period -> BigDecimal.valueOf(period.days()))
                        .toList());
        return IntStream.range(0, periods.size())
                .mapToObj(i -> new Piece(periods.get(i), amounts.get(i), applied.get(i)))
                .toList();
    }
}
