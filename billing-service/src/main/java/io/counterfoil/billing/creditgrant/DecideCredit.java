package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A second person approves or refuses credit that was asked for. */
@UseCase
class DecideCredit {

    private final CustomerCredits credits;
    private final PayOpenInvoices open;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    DecideCredit(CustomerCredits credits, PayOpenInvoices open, LegalEntities entities, BusinessClock clock) {
        this.credits = credits;
        this.open = open;
        this.entities = entities;
        this.clock = clock;
    }

    Credit handle(UUID creditId, boolean approved) {
        Credit credit = credits.lock(creditId).orElseThrow(() -> new NotFound("customer credit", creditId));
        String who = Correlation.current().actor();
        if (!approved) {
            Credit rejected = credit.reject(who);
            credits.decided(rejected, Map.of());
            return rejected;
        }
        if (credit.requestedBy().equals(who)) {
            throw new SecondPersonRequired("Credit " + creditId, who);
        }
        Instant now = clock.now();
        LocalDate today = entities.byId(credit.legalEntityId()).dateAt(now);
        Credit granted = credit.approve(who, today, now);
        return Correlation.within(Correlation.current().continuing(credit.correlationId()), () -> {
            credits.decided(granted, Map.of());
            return open.pay(granted, today, now);
        });
    }
}
