package io.counterfoil.customer.credit;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the ledger's spot rates, by which what is owed in other currencies counts against a limit. */
@Dependent
class FollowRates implements EventHandler {

    private static final String PUBLISHED = "io.counterfoil.ledger.rate.published.v1";

    private final ExchangeRates rates;

    @Inject
    FollowRates(ExchangeRates rates) {
        this.rates = rates;
    }

    @Override
    public Set<String> types() {
        return Set.of(PUBLISHED);
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        List<Told> spot = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Envelope event : run) {
            Told told = event.dataAs(Told.class);
            if ("SPOT".equals(told.rateType())) {
                spot.add(told);
                positions.add(event.position());
            }
        }
        rates.published(spot, positions);
    }

    /** What we need of it. */
    record Told(
            UUID rateId,
            String rateType,
            String baseCurrency,
            String quoteCurrency,
            LocalDate validFrom,
            LocalDate validTo,
            String rate) {}
}
