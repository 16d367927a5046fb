package io.counterfoil.common.telemetry;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much waits in the outbox and for outside systems, and how many exceptions are open, in every service alike; none is said too, as 0. */
@ApplicationScoped
class FoundationGauges implements Metrics.GaugeSource {

    @Inject
    Database database;

    @Override
    public List<Metrics.Gauge> gauges() {
        List<Metrics.Gauge> gauges = new ArrayList<>();
        gauges.addAll(waiting("counterfoil_outbox", "occurred_at", "outbox_unsent"));
        gauges.addAll(waiting("counterfoil_steps", "created_at", "step where state in ('DUE', 'RUNNING')"));
        gauges.addAll(exceptions());
        return gauges;
    }

    /** How much waits, and for how long the oldest. */
    private List<Metrics.Gauge> waiting(String name, String since, String rows) {
        String query =
                """
                select count(*) as pending, coalesce(greatest(round(extract(epoch from now() - min(%s))), 0), 0) as oldest
                from %s
                """;
        return database.query(query.formatted(since, rows))
                .one(row -> List.of(
                        new Metrics.Gauge(name + "_pending", Map.of(), row.decimal("pending")),
                        new Metrics.Gauge(name + "_oldest_seconds", Map.of(), row.decimal("oldest"))))
                .orElseThrow();
    }

    private List<Metrics.Gauge> exceptions() {
        String classes = Arrays.stream(TroubleClass.values()).map(Enum::name).collect(Collectors.joining(","));
        List<Metrics.Gauge> gauges = new ArrayList<>();
        database.query(
                        """
                        select known.class, count(e.class) as open,
                               coalesce(round(extract(epoch from now() - min(e.opened_at))), 0) as age
                        from unnest(string_to_array(?, ',')) as known(class)
                          left join exception e on e.class = known.class and e.state in ('OPEN', 'ASSIGNED')
                        group by known.class
                        """,
                        classes)
                .list(row -> {
                    Map<String, String> labels = Map.of("class", row.text("class"));
                    gauges.add(new Metrics.Gauge("counterfoil_exceptions_open", labels, row.decimal("open")));
                    return gauges.add(
                            new Metrics.Gauge("counterfoil_exception_age_seconds", labels, row.decimal("age")));
                });
        return gauges;
    }
}
