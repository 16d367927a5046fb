package io.counterfoil.customer.credit;

import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.customer.credit.CreditVerdict.Decision;
import io.counterfoil.customer.credit.CreditVerdict.ReasonCode;
import io.counterfoil.customer.hierarchy.Family;
import io.counterfoil.customer.hierarchy.Family.Line;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Answers whether a customer may have more. A few indexed reads, nothing is written and nobody is asked. */
@Dependent
class CheckCredit {

    private final Family family;
    private final CreditBook book;
    private final ExchangeRates rates;

    @Inject
    CheckCredit(Family family, CreditBook book, ExchangeRates rates) {
        this.family = family;
        this.book = book;
        this.rates = rates;
    }

    CreditVerdict of(UUID customerId, Money wanted) {
        return of(customerId, wanted, List.of());
    }

    /**
     * The same where more is already promised that no fact tells of yet.
     *
     * @param promised in any currencies
     */
    CreditVerdict of(UUID customerId, Money wanted, Collection<Money> promised) {
        LocalDate today = family.today();
        Line line = family.line(customerId, today);
        if (line.above().isEmpty()) {
            throw new NotFound("customer", customerId);
        }
        UUID survivor = line.above().get(0);
        if (line.state().equals("SUSPENDED") || line.state().equals("CLOSED")) {
            return stopped(survivor, line.state(), wanted, today);
        }
        if (line.flaw().isPresent()) {
            return CreditVerdict.unsound(survivor, line.flaw().get(), exposure(survivor, wanted.currency(), today));
        }
        List<Money> asked = Stream.concat(Stream.of(wanted), promised.stream()).toList();
        Map<UUID, CreditTerms> terms = book.termsOf(line.above());
        CreditVerdict worst = null;
        for (UUID each : line.above()) {
            CreditTerms limit = terms.get(each);
            if (limit != null && limit.policy() != CreditPolicy.NONE && limit.limit() != null) {
                CreditVerdict verdict = against(limit, asked, each.equals(survivor), today);
                worst = worst == null || verdict.isWorseThan(worst) ? verdict : worst;
            }
        }
        return worst == null ? unlimited(survivor, wanted, today) : worst;
    }

    /** Everything counts in the currency of the limit; where only that one occurs, nobody asks for a rate. */
    private CreditVerdict against(CreditTerms terms, List<Money> asked, boolean own, LocalDate day) {
        String currency = terms.limit().currency();
        Map<String, Exposure> all = book.exposureBelow(terms.customerId(), day);
        Set<String> others = new TreeSet<>(all.keySet());
        asked.forEach(money -> others.add(money.currency()));
        others.remove(currency);
        Exposure sum = all.getOrDefault(currency, Exposure.none(currency));
        if (others.isEmpty()) {
            return CreditVerdict.of(
                    terms, sum, asked.stream().reduce(Money::plus).orElseThrow(), own, List.of());
        }
        Conversion conversion = rates.into(currency, day);
        List<ConversionRate> used = new ArrayList<>();
        for (String other : others) {
            Optional<ConversionRate> rate = conversion.of(other);
            if (rate.isEmpty()) {
                return CreditVerdict.withoutRate(terms, sum, other);
            }
            used.add(rate.get());
            Exposure more = all.getOrDefault(other, Exposure.none(other));
            sum = sum.plus(more.in(conversion).orElseThrow());
        }
        Money wanted = asked.stream()
                .map(money -> conversion.of(money.currency()).orElseThrow().convert(money))
                .reduce(Money::plus)
                .orElseThrow();
        return CreditVerdict.of(terms, sum, wanted, own, used);
    }

    private Exposure exposure(UUID customerId, String currency, LocalDate day) {
        return book.exposureBelow(customerId, day).getOrDefault(currency, Exposure.none(currency));
    }

    private CreditVerdict unlimited(UUID customerId, Money wanted, LocalDate day) {
        return new CreditVerdict(
                Decision.APPROVED,
                ReasonCode.NO_LIMIT,
                "Nobody has set a limit",
                customerId,
                null,
                exposure(customerId, wanted.currency(), day),
                null,
                List.of(),
                List.of());
    }

    private CreditVerdict stopped(UUID customerId, String state, Money wanted, LocalDate day) {
        return CreditVerdict.refused(
                customerId,
                state.equals("CLOSED") ? ReasonCode.CUSTOMER_CLOSED : ReasonCode.CUSTOMER_SUSPENDED,
                "The customer is " + state,
                exposure(customerId, wanted.currency(), day),
                List.of());
    }
}
