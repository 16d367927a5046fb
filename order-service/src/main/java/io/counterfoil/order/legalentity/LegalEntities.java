package io.counterfoil.order.legalentity;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;

/** All legal entities that were published. */
@Dependent
public class LegalEntities {

    private final Database database;

    @Inject
    LegalEntities(Database database) {
        this.database = database;
    }

    /** The legal entity, if ledger-service has published it. */
    public Optional<LegalEntity> find(String legalEntityId) {
        return Gathering.once(LegalEntities.class, legalEntityId, () -> read(legalEntityId));
    }

    private Optional<LegalEntity> read(String legalEntityId) {
        return database.query(
                        "select legal_entity_id, name, functional_currency, time_zone from legal_entity where legal_entity_id = ?",
                        legalEntityId)
                .one(row -> new LegalEntity(
                        row.text("legal_entity_id"),
                        row.text("name"),
                        row.text("functional_currency"),
                        ZoneId.of(row.text("time_zone"))));
    }

    /** Keeps the newest version; an older one that comes late changes nothing. */
    void keep(LegalEntityPublished published) {
        database.update(
                """
                insert into legal_entity (legal_entity_id, name, country, functional_currency, time_zone, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (legal_entity_id) do update
                set name = excluded.name, country = excluded.country, functional_currency = excluded.functional_currency,
                    time_zone = excluded.time_zone, version = excluded.version
                where legal_entity.version < excluded.version
                """,
                published.legalEntityId(),
                published.name(),
                published.country(),
                published.functionalCurrency(),
                published.timeZone(),
                published.version());
    }
}
