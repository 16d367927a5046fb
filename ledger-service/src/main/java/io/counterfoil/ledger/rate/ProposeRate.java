package io.counterfoil.ledger.rate;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.UUID;

/** Keeps a rate that holds once another person approves it. */
@UseCase
class ProposeRate {

    private final ExchangeRates rates;
    private final BusinessClock clock;

    @Inject
    ProposeRate(ExchangeRates rates, BusinessClock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    ExchangeRateJson handle(ExchangeRateJson.Request told, String by) {
        Money.decimals(told.baseCurrency());
        Money.decimals(told.quoteCurrency());
        if (told.baseCurrency().equals(told.quoteCurrency())) {
            throw new Invalid("/quoteCurrency", "must differ from baseCurrency");
        }
        if (told.rate().matches("[0.]+")) {
            throw new Invalid("/rate", "must be above zero");
        }
        if (told.validTo() != null && !told.validTo().isAfter(told.validFrom())) {
            throw new Invalid("/validTo", "must be after validFrom");
        }
        UUID id = EventIds.next();
        rates.propose(id, told, by, clock.now());
        return rates.find(id).orElseThrow();
    }
}
