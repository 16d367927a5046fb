package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Credit ends at the beginning of the day on which it can't be used any more, in its legal entity's time zone. */
@ApplicationScoped
class CreditExpiryTimer implements DueWork {

    @Inject
    EndExpiredCredits end;

    @Inject
    CustomerCredits credits;

    @Inject
    LegalEntities entities;

    @Override
    public String name() {
        return "credit-expiry";
    }

    @Override
    public Optional<Instant> nextDue() {
        Map<String, LocalDate> next = credits.nextExpiry();
        return entities.all().stream()
                .filter(entity -> next.containsKey(entity.legalEntityId()))
                .map((LegalEntity entity) -> entity.startOf(next.get(entity.legalEntityId())))
                .min(Instant::compareTo);
    }

    @Override
    public boolean workOnce() {
        return end.handle();
    }
}
