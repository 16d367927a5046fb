package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.telemetry.Metrics.Gauge;
import io.counterfoil.common.telemetry.Metrics.GaugeSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** How long the warehouse has owed an event: since it was first seen that billing had published one which is not here yet. */
@ApplicationScoped
class LagGauge implements GaugeSource {

    private static final String LAG =
            """
            select coalesce(round(extract(epoch from now() - min(run.completed_at))), 0) as seconds
            from reconciliation_run run
            where run.billing_position > coalesce(
                (select position from inbox_watermark where consumer = 'warehouse.billing-events'), 0)
            """;

    @Inject
    Database database;

    @Override
    public List<Gauge> gauges() {
        return database.query(LAG)
                .list(row -> new Gauge("counterfoil_warehouse_lag_seconds", Map.of(), row.decimal("seconds")));
    }
}
