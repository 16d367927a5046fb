package io.counterfoil.billing.tax;

import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxRules.Piece;
import io.counterfoil.billing.taxstatus.Exemption;
import io.counterfoil.billing.taxstatus.TaxStatus;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was published and may concern a set of documents; answers for each of them. Pure.
 *
 * @param rates by jurisdiction, newest version first
 * @param sellers the legal entities by id
 */
record TaxBook(
        Map<String, List<TaxRate>> rates, TaxStatus status, PolicyBook policies, Map<String, LegalEntity> sellers) {

    TaxQuote quote(TaxQuestion question) {
        return quote(question, terms(question));
    }

    TaxQuote quote(TaxQuestion question, TaxTerms terms) {
        TakingBack back = new TakingBack(terms.rounding());
        List<List<Piece>> pieces = new ArrayList<>(question.lines().size());
        for (Line line : question.lines()) {
            if (line.before() != null) {
                pieces.add(List.of(back.piece(line)));
            } else if (line.known() != null || !terms.splits()) {
                pieces.add(whole(question, line));
            } else {
                pieces.add(split(question, line));
            }
        }
        return TaxRules.quote(pieces, terms.rounding());
    }

    /** The lines' amounts as invoices of their own would tell them; where a rate is missing one includes none. */
    List<Money> withoutTax(TaxQuestion question) {
        TakingBack back = new TakingBack(terms(question).rounding());
        return question.lines().stream()
                .map(line -> line.before() != null ? back.piece(line).back().net() : withoutTax(question, line))
                .toList();
    }

    private Money withoutTax(TaxQuestion question, Line line) {
        try {
            TaxQuestion alone = new TaxQuestion(question.taxPoint(), question.scope(), question.buyer(), List.of(line));
            return quote(alone).lines().get(0).parts().stream()
                    .map(TaxQuote.Part::net)
                    .reduce(Money::plus)
                    .orElse(line.net());
        } catch (TaxRateMissing unknown) {
            return line.net();
        }
    }

    TaxTerms terms(TaxQuestion question) {
        return TaxTerms.of(question, policies);
    }

    LegalEntity seller(TaxQuestion question) {
        return sellers.get(question.scope().legalEntityId());
    }

    /** The jurisdictions of the question whose source does not answer; for what is known it needn't. */
    List<String> silentFor(TaxQuestion question) {
        return question.lines().stream()
                .filter(line -> line.known() == null)
                .flatMap(line -> row(question, line.category(), question.taxPoint()).stream())
                .filter(TaxRate::isDown)
                .map(TaxRate::jurisdiction)
                .distinct()
                .toList();
    }

    private List<Piece> whole(TaxQuestion question, Line line) {
        ApplicableRate applied = line.known() != null ? line.known() : applicable(question, line, question.taxPoint());
        return List.of(new Piece(line.period(), line.net(), applied));
    }

    private List<Piece> split(TaxQuestion question, Line line) {
        if (line.period() == null) {
            return whole(question, line);
        }
        return RateChanges.cut(line, day -> applicable(question, line, day));
    }

    private ApplicableRate applicable(TaxQuestion question, Line line, LocalDate day) {
        List<String> places = jurisdictions(question);
        if (line.category() == TaxCategory.S) {
            Optional<Exemption> exemption =
                    status.exemption(question.buyer().customerId(), line.productId(), places, day);
            if (exemption.isPresent()) {
                return exempt(exemption.get());
            }
            if (buyerAccounts(question)) {
                return reverseCharge(question);
            }
        }
        return row(question, line.category(), day)
                .map(TaxRate::applicable)
                .or(() -> line.category().withoutRow(places.get(0)))
                .orElseThrow(() -> new TaxRateMissing(places.get(0), line.category(), day));
    }

    private Optional<TaxRate> row(TaxQuestion question, TaxCategory category, LocalDate day) {
        return jurisdictions(question).stream()
                .flatMap(place -> rates.getOrDefault(place, List.of()).stream())
                .filter(rate -> rate.category() == category && rate.validOn(day))
                .findFirst();
    }

    private boolean buyerAccounts(TaxQuestion question) {
        return status.buyerAccounts(
                seller(question).country(),
                question.buyer().country(),
                question.buyer().vatCountries());
    }

    private ApplicableRate reverseCharge(TaxQuestion question) {
        String country = question.buyer().country();
        ApplicableRate own = row(question, TaxCategory.AE, question.taxPoint())
                .map(TaxRate::applicable)
                .or(() -> TaxCategory.AE.withoutRow(country))
                .orElseThrow();
        String source =
                own.source() + ": sold from " + seller(question).country() + " to a buyer registered in " + country;
        return new ApplicableRate(country, TaxCategory.AE, Rate.ZERO, own.reasonCode(), own.reason(), source);
    }

    private static ApplicableRate exempt(Exemption exemption) {
        return new ApplicableRate(
                exemption.jurisdiction(),
                TaxCategory.E,
                Rate.ZERO,
                exemption.reasonCode(),
                exemption.reason(),
                exemption.source());
    }

    /** Where the rate is looked for: the region before its country. */
    static List<String> jurisdictions(TaxQuestion question) {
        TaxQuestion.Buyer buyer = question.buyer();
        return Stream.of(
                        Optional.ofNullable(buyer.region()).map(region -> buyer.country() + "-" + region),
                        Optional.of(buyer.country()))
                .flatMap(Optional::stream)
                .toList();
    }
}
