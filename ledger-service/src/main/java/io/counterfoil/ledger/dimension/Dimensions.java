package io.counterfoil.ledger.dimension;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dimensions whose values are listed. */
@Dependent
public class Dimensions {

    private static final String NEWEST =
            "select distinct on (legal_entity_id, name) * from dimension_version where legal_entity_id = any(?)"
                    + " order by legal_entity_id, name, version desc";

    private final Database database;
    private final Remembered remembered;

    @Inject
    public Dimensions(Database database, Remembered remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    /** The lists of some legal entities, to be asked many times. */
    public Opened open(Collection<String> legalEntityIds) {
        return new Opened(remembered.of(Dimensions.class, legalEntityIds, this::read));
    }

    private Map<String, Map<String, DimensionJson>> read(Set<String> legalEntityIds) {
        Map<String, Map<String, DimensionJson>> read = new HashMap<>();
        legalEntityIds.forEach(id -> read.put(id, new HashMap<>()));
        database.query(NEWEST, legalEntityIds).list(Dimensions::read).forEach(each -> read.get(each.legalEntityId())
                .put(each.name(), each));
        return read;
    }

    List<DimensionJson> of(String legalEntityId) {
        return database.query(NEWEST, List.of(legalEntityId)).list(Dimensions::read);
    }

    Optional<DimensionJson> find(String legalEntityId, String name) {
        return database.query(
                        "select * from dimension_version where legal_entity_id = ? and name = ? order by version desc limit 1",
                        legalEntityId,
                        name)
                .one(Dimensions::read);
    }

    void add(DimensionJson dimension, String by, Instant at) {
        database.update(
                """
                insert into dimension_version (legal_entity_id, name, version, unknown_values, allowed, published_by, published_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                dimension.legalEntityId(),
                dimension.name(),
                dimension.version(),
                dimension.unknownValues(),
                Json.write(dimension.values()),
                by,
                at);
    }

    private static DimensionJson read(Row row) {
        return new DimensionJson(
                row.text("legal_entity_id"),
                row.text("name"),
                DimensionJson.UnknownValues.valueOf(row.text("unknown_values")),
                DimensionJson.read(row.text("allowed")),
                row.longValue("version"));
    }

    /** The lists as they were when they were opened. */
    public record Opened(Map<String, Map<String, DimensionJson>> lists) {

        /** Refuses a value that is not on the list of its dimension on that day. */
        public void require(String legalEntityId, Map<String, String> dimensions, LocalDate day) {
            Map<String, DimensionJson> listed = lists.getOrDefault(legalEntityId, Map.of());
            if (listed.isEmpty()) {
                return;
            }
            dimensions.forEach((name, value) -> {
                DimensionJson dimension = listed.get(name);
                if (dimension != null && isUnknown(dimension, value, day)) {
                    throw new UnknownDimensionValue(dimension, value, day);
                }
            });
        }

        private static boolean isUnknown(DimensionJson dimension, String value, LocalDate day) {
            return dimension.unknownValues() == DimensionJson.UnknownValues.PARK
                    && dimension.values().stream().noneMatch(each -> each.code().equals(value) && each.isValidOn(day));
        }
    }
}
