package io.counterfoil.billing.legalentity;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The legal entities that billing knows, as copies of the ledger's. */
@Dependent
public class LegalEntities {

    private final Database database;
    private final Remembered remembered;

    @Inject
    public LegalEntities(Database database, Remembered remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    /** The entity, or a refusal when no copy has arrived. */
    public LegalEntity byId(String legalEntityId) {
        return byIds(List.of(legalEntityId)).get(legalEntityId);
    }

    /** All of these entities by their id; refuses when one is unknown. */
    public Map<String, LegalEntity> byIds(Collection<String> ids) {
        Map<String, LegalEntity> known = remembered.of(LegalEntities.class, ids, this::read);
        ids.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
            throw new UnknownLegalEntity(id);
        });
        return known;
    }

    private Map<String, LegalEntity> read(Collection<String> ids) {
        return database
                .query("select * from legal_entity where legal_entity_id = any(?)", ids)
                .list(LegalEntities::read)
                .stream()
                .collect(Collectors.toMap(LegalEntity::legalEntityId, Function.identity()));
    }

    /** All that are known, by id. */
    public List<LegalEntity> all() {
        return database.query("select * from legal_entity order by legal_entity_id")
                .list(LegalEntities::read);
    }

    /** Keeps a copy unless a newer one is there. */
    void keep(LegalEntity entity) {
        database.update(
                """
                insert into legal_entity (legal_entity_id, name, country, functional_currency, time_zone,
                                          tax_registration, address, version)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (legal_entity_id) do update
                   set name = excluded.name, country = excluded.country, time_zone = excluded.time_zone,
                       functional_currency = excluded.functional_currency,
                       tax_registration = excluded.tax_registration, address = excluded.address,
                       version = excluded.version
                 where legal_entity.version < excluded.version
                """,
                entity.legalEntityId(),
                entity.name(),
                entity.country(),
                entity.functionalCurrency(),
                entity.timeZone().getId(),
                entity.taxRegistration(),
                entity.address() == null ? null : Json.write(entity.address()),
                entity.version());
        remembered.changed();
    }

    private static LegalEntity read(Row row) {
        return new LegalEntity(
                row.text("legal_entity_id"),
                row.text("name"),
                row.text("country"),
                row.text("functional_currency"),
                ZoneId.of(row.text("time_zone")),
                row.text("tax_registration"),
                address(row.text("address")),
                row.intValue("version"));
    }

    private static LegalEntity.Address address(String json) {
        return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8), LegalEntity.Address.class);
    }
}
