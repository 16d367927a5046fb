package io.counterfoil.billing.tax;

import io.counterfoil.billing.exchange.ExchangeRates;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxQuote.NationalTax;
import io.counterfoil.billing.taxstatus.TaxStatus;
import io.counterfoil.billing.taxstatus.TaxStatuses;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tax source that is built in: what was published, read for a whole set of documents at once. */
@Dependent
class BuiltInTaxTable implements TaxPort {

    private final TaxRates rates;
    private final TaxStatuses statuses;
    private final Policies policies;
    private final LegalEntities entities;
    private final ExchangeRates exchange;

    @Inject
    BuiltInTaxTable(
            TaxRates rates, TaxStatuses statuses, Policies policies, LegalEntities entities, ExchangeRates exchange) {
        this.rates = rates;
        this.statuses = statuses;
        this.policies = policies;
        this.entities = entities;
        this.exchange = exchange;
    }

    @Override
    public List<TaxQuote> quote(List<TaxQuestion> questions) {
        TaxBook book = book(questions);
        refuseIfDown(questions, book);
        return questions.stream()
                .map(question -> quote(question, book.terms(question), book))
                .toList();
    }

    @Override
    public List<Money> withoutTax(TaxQuestion question) {
        return book(List.of(question)).withoutTax(question);
    }

    private TaxBook book(List<TaxQuestion> questions) {
        Set<String> jurisdictions = questions.stream()
                .flatMap(question -> TaxBook.jurisdictions(question).stream())
                .collect(Collectors.toSet());
        Map<String, LegalEntity> sellers = entities.byIds(questions.stream()
                .map(question -> question.scope().legalEntityId())
                .collect(Collectors.toSet()));
        return new TaxBook(
                rates.of(jurisdictions),
                status(questions, sellers),
                policies.book(questions.stream().map(TaxQuestion::scope).collect(Collectors.toSet())),
                sellers);
    }

    private TaxStatus status(List<TaxQuestion> questions, Map<String, LegalEntity> sellers) {
        Set<UUID> customers = questions.stream()
                .map(question -> question.buyer().customerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> products = questions.stream()
                .flatMap(question -> question.lines().stream())
                .map(Line::productId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean abroad = questions.stream()
                .anyMatch(question -> !sellers.get(question.scope().legalEntityId())
                        .country()
                        .equals(question.buyer().country()));
        return statuses.of(customers, products, abroad);
    }

    private static void refuseIfDown(List<TaxQuestion> questions, TaxBook book) {
        Set<Integer> waiting = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (int i = 0; i < questions.size(); i++) {
            List<String> down = book.silentFor(questions.get(i));
            if (!down.isEmpty()) {
                waiting.add(i);
                silent.addAll(down);
            }
        }
        if (!waiting.isEmpty()) {
            throw new TaxSourceDown(silent, waiting);
        }
    }

    /** Few documents are in another currency than their seller's books; only those ask for a rate of exchange. */
    private TaxQuote quote(TaxQuestion question, TaxTerms terms, TaxBook book) {
        TaxQuote quote = book.quote(question, terms);
        String national = book.seller(question).functionalCurrency();
        NationalTax tax = quote.tax().currency().equals(national)
                ? null
                : exchange.on(quote.tax().currency(), national, question.taxPoint())
                        .map(rate -> new NationalTax(
                                rate.convert(quote.tax()), rate.source() + ", from " + rate.validFrom()))
                        .orElse(null);
        return quote.with(tax, new TreeMap<>(terms.versions()));
    }
}
