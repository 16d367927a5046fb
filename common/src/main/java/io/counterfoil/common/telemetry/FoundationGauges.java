package io.counterfoil.common.telemetry;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much waits in the outbox and how many exceptions are open, in every service alike. */
@ApplicationScoped
class FoundationGauges implements Metrics.GaugeSource {

    @Inject
    Database database;

    @Override
    public List<Metrics.Gauge> gauges() {
        List<Metrics.Gauge> gauges = new ArrayList<>();
        database.query(
                        """
                        select count(*) as pending,
                               coalesce(round(extract(epoch from now() - min(occurred_at))), 0) as oldest
                        from outbox where sent_at is null
                        """)
                .list(row -> {
                    gauges.add(new Metrics.Gauge("counterfoil_outbox_pending", Map.of(), row.decimal("pending")));
                    return gauges.add(
                            new Metrics.Gauge("counterfoil_outbox_oldest_seconds", Map.of(), row.decimal("oldest")));
                });
        database.query(
                        """
                        select class, count(*) as open, round(extract(epoch from now() - min(opened_at))) as age
                        from exception where state in ('OPEN', 'ASSIGNED') group by class
                        """)
                .list(row -> {
                    Map<String, String> labels = Map.of("class", row.text("class"));
                    gauges.add(new Metrics.Gauge("counterfoil_exceptions_open", labels, row.decimal("open")));
                    return gauges.add(
                            new Metrics.Gauge("counterfoil_exception_age_seconds", labels, row.decimal("age")));
                });
        return gauges;
    }
}
