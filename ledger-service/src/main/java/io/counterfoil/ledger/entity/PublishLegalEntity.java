package io.counterfoil.ledger.entity;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Creates a legal entity, or a new version of it, and tells everybody. */
@UseCase
class PublishLegalEntity {

    private final LegalEntities legalEntities;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    PublishLegalEntity(LegalEntities legalEntities, BusinessClock clock, Outbox outbox) {
        this.legalEntities = legalEntities;
        this.clock = clock;
        this.outbox = outbox;
    }

    Outcome handle(String id, LegalEntityJson.Request told, String ifMatch) {
        ZoneId zone = zone(told.timeZone());
        Money.decimals(told.functionalCurrency());
        Optional<LegalEntity> known = legalEntities.find(id);
        LegalEntity entity = known.orElseGet(() -> new LegalEntity(id, told, clock.today(zone)));
        if (known.isEmpty()) {
            legalEntities.add(entity);
        } else {
            long before = entity.version();
            if (!entity.change(told)) {
                return new Outcome(entity.published(), false);
            }
            ETags.require(ifMatch, before);
        }
        legalEntities.flush();
        outbox.publish(entity.published());
        return new Outcome(entity.published(), known.isEmpty());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Invalid("/timeZone", "'" + name + "' is no IANA time zone");
        }
    }

    /** What stands now, and whether it is new. */
    record Outcome(LegalEntityPublished entity, boolean created) {}
}
