package io.counterfoil.billing.usage;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published meters. */
@Dependent
class Meters {

    private final Database database;

    @Inject
    Meters(Database database) {
        this.database = database;
    }

    Optional<Meter> byId(String meterId) {
        return database.query("select * from meter where meter_id = ?", meterId).one(Meters::read);
    }

    List<Meter> page(String after, int limit) {
        return database.query("select * from meter where meter_id > ? order by meter_id limit ?", after, limit)
                .list(Meters::read);
    }

    Map<String, Meter> all() {
        return database.query("select * from meter").list(Meters::read).stream()
                .collect(Collectors.toMap(Meter::meterId, meter -> meter));
    }

    boolean isUsed(String meterId) {
        return database.query("select exists (select 1 from usage_record where meter_id = ?) as used", meterId)
                .one(row -> row.bool("used"))
                .orElse(false);
    }

    void publish(Meter meter) {
        database.update(
                """
                insert into meter (meter_id, name, unit, aggregation, version) values (?, ?, ?, ?, ?)
                on conflict (meter_id) do update
                   set name = excluded.name, unit = excluded.unit, aggregation = excluded.aggregation,
                       version = excluded.version
                """,
                meter.meterId(),
                meter.name(),
                meter.unit(),
                meter.aggregation(),
                meter.version());
    }

    private static Meter read(Row row) {
        return new Meter(
                row.text("meter_id"),
                row.text("name"),
                row.text("unit"),
                Aggregation.valueOf(row.text("aggregation")),
                row.intValue("version"));
    }
}
