package io.counterfoil.ledger.rate;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Lets a proposed rate hold, or not; never by whom it was proposed. */
@UseCase
class DecideRate {

    enum Decision {
        APPROVED,
        REJECTED
    }

    private final ExchangeRates rates;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    DecideRate(ExchangeRates rates, BusinessClock clock, Outbox outbox) {
        this.rates = rates;
        this.clock = clock;
        this.outbox = outbox;
    }

    ExchangeRateJson handle(UUID id, Decision decision, String by) {
        ExchangeRateJson rate = rates.locked(id).orElseThrow(() -> new NotFound("exchange rate", id));
        if (!rate.state().equals("PROPOSED")) {
            throw new IllegalMove("Exchange rate " + id, rate.state(), "be decided", List.of());
        }
        if (rate.proposedBy().equals(by)) {
            throw new RateNeedsAnotherPerson(id);
        }
        rates.decide(id, decision.name(), by, clock.now());
        if (decision == Decision.APPROVED) {
            outbox.publish(rates.published(id));
        }
        return rates.find(id).orElseThrow();
    }
}
