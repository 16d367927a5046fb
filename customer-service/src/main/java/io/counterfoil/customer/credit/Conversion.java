package io.counterfoil.customer.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Into one currency by the rates of a day: directly, the other way round, or by way of a third currency. */
record Conversion(String into, List<ConversionRate> known) {

    Optional<ConversionRate> of(String currency) {
        if (currency.equals(into)) {
            return Optional.of(ConversionRate.same(into));
        }
        List<ConversionRate> both = new ArrayList<>(known);
        known.forEach(rate -> both.add(rate.inverse()));
        Optional<ConversionRate> direct = both.stream()
                .filter(rate -> rate.from().equals(currency) && rate.to().equals(into))
                .findFirst();
        return direct.isPresent()
                ? direct
                : both.stream()
                        .filter(first -> first.from().equals(currency))
                        .flatMap(first -> both.stream()
                                .filter(next -> next.from().equals(first.to())
                                        && next.to().equals(into))
                                .map(first::then))
                        .findFirst();
    }
}
