package io.counterfoil.billing.exchange;

import io.counterfoil.billing.exchange.ExchangeRateJson.Publication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Publishes what a currency is worth from a day on; saying the same again publishes nothing. */
@UseCase
class PublishExchangeRate {

    private final ExchangeRates rates;

    @Inject
    PublishExchangeRate(ExchangeRates rates) {
        this.rates = rates;
    }

    ExchangeRate handle(String from, String to, Publication wanted) {
        check(from, to, wanted);
        ExchangeRate said =
                new ExchangeRate(from, to, wanted.validFrom(), 1, new BigDecimal(wanted.rate()), wanted.source());
        ExchangeRate newest = rates.all(from, to).stream()
                .filter(known -> known.validFrom().equals(said.validFrom()))
                .findFirst()
                .orElse(null);
        if (newest != null && newest.saysTheSameAs(said)) {
            return newest;
        }
        ExchangeRate published = newest == null ? said : said.withVersion(newest.version() + 1);
        rates.add(published);
        return published;
    }

    private static void check(String from, String to, Publication wanted) {
        Money.decimals(from);
        Money.decimals(to);
        List<FieldError> errors = new ArrayList<>();
        if (from.equals(to)) {
            errors.add(new FieldError("", "a rate is between two currencies"));
        }
        if (wanted.rate() == null
                || !wanted.rate().matches("\\d{1,9}(\\.\\d{1,12})?")
                || new BigDecimal(wanted.rate()).signum() == 0) {
            errors.add(new FieldError("/rate", "must be a decimal number above zero"));
        }
        if (wanted.validFrom() == null) {
            errors.add(new FieldError("/validFrom", "is required"));
        }
        if (wanted.source() == null || wanted.source().isBlank()) {
            errors.add(new FieldError("/source", "is required"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
