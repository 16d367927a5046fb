package io.counterfoil.billing.tax;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tax source that is built in: the published rates, those of the region before those of the country. */
@Dependent
class BuiltInTaxTable implements TaxPort {

    private final TaxRates rates;

    @Inject
    BuiltInTaxTable(TaxRates rates) {
        this.rates = rates;
    }

    @Override
    public List<TaxQuote> quote(List<TaxQuestion> questions) {
        Set<String> jurisdictions =
                questions.stream().flatMap(BuiltInTaxTable::jurisdictions).collect(Collectors.toSet());
        Map<String, List<TaxRate>> table =
                rates.of(jurisdictions).stream().collect(Collectors.groupingBy(TaxRate::jurisdiction));
        return questions.stream()
                .map(question -> TaxRules.quote(question.lines(), category -> applicable(question, category, table)))
                .toList();
    }

    private static ApplicableRate applicable(
            TaxQuestion question, TaxCategory category, Map<String, List<TaxRate>> table) {
        String narrowest = jurisdictions(question).findFirst().orElseThrow();
        return jurisdictions(question)
                .flatMap(place -> table.getOrDefault(place, List.of()).stream())
                .filter(rate -> rate.category() == category && rate.validOn(question.taxPoint()))
                .findFirst()
                .map(TaxRate::applicable)
                .or(() -> category.withoutRow(narrowest))
                .orElseThrow(() -> new TaxRateMissing(narrowest, category, question.taxPoint()));
    }

    private static Stream<String> jurisdictions(TaxQuestion question) {
        return Stream.of(
                        Optional.ofNullable(question.region()).map(region -> question.country() + "-" + region),
                        Optional.of(question.country()))
                .flatMap(Optional::stream);
    }
}
