package io.counterfoil.billing.tax;

import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
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
    private final Policies policies;

    @Inject
    BuiltInTaxTable(TaxRates rates, Policies policies) {
        this.rates = rates;
        this.policies = policies;
    }

    @Override
    public List<TaxQuote> quote(List<TaxQuestion> questions) {
        Set<String> jurisdictions =
                questions.stream().flatMap(BuiltInTaxTable::jurisdictions).collect(Collectors.toSet());
        Map<String, List<TaxRate>> table =
                rates.of(jurisdictions).stream().collect(Collectors.groupingBy(TaxRate::jurisdiction));
        PolicyBook book =
                policies.book(questions.stream().map(TaxQuestion::scope).toList());
        return questions.stream()
                .map(question -> TaxRules.quote(
                        question.lines(),
                        line -> applicable(question, line.category(), table),
                        rounding(question, book)))
                .toList();
    }

    private static TaxRounding rounding(TaxQuestion question, PolicyBook book) {
        String currency = question.lines().get(0).net().currency();
        return new TaxRounding(
                book.value(PolicyName.ROUNDING_TAX, question.scope(), question.taxPoint())
                        .step(currency),
                book.value(PolicyName.TAX_ROUNDING, question.scope(), question.taxPoint())
                        .is("LINE"));
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
        TaxQuestion.Buyer buyer = question.buyer();
        return Stream.of(
                        Optional.ofNullable(buyer.region()).map(region -> buyer.country() + "-" + region),
                        Optional.of(buyer.country()))
                .flatMap(Optional::stream);
    }
}
