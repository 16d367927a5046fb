package io.counterfoil.common.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.telemetry.Metrics.Gauge;
import io.counterfoil.common.telemetry.Metrics.GaugeSource;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus reads is in its format, each family under its type. */
class MetricsTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    @Test
    void counters_distributions_and_gauges_are_told_apart() {
        GaugeSource source = () -> List.of(new Gauge("depth", Map.of("of", "a \"well\""), new BigDecimal("7.50")));
        Metrics metrics = TestBeans.on(POSTGRES).with(source).get(Metrics.class);
        metrics.count("steps_total", "kind", "up", 2);
        metrics.count("steps_total", "kind", "up", 1);
        metrics.observe("climb_seconds", Map.of("hill", "low"), Duration.ofMillis(900));
        metrics.observe("climb_seconds", Map.of("hill", "low"), Duration.ofMinutes(4));
        metrics.observe("climb_seconds", Map.of("hill", "low"), Duration.ofDays(400));
        assertThat(metrics.text().lines())
                .contains(
                        "# TYPE steps_total counter",
                        "steps_total{kind=\"up\"} 3",
                        "# TYPE depth gauge",
                        "depth{of=\"a \\\"well\\\"\"} 7.50",
                        "# TYPE climb_seconds histogram",
                        "climb_seconds_bucket{hill=\"low\",le=\"1\"} 1",
                        "climb_seconds_bucket{hill=\"low\",le=\"60\"} 1",
                        "climb_seconds_bucket{hill=\"low\",le=\"300\"} 2",
                        "climb_seconds_bucket{hill=\"low\",le=\"2592000\"} 2",
                        "climb_seconds_bucket{hill=\"low\",le=\"+Inf\"} 3",
                        "climb_seconds_sum{hill=\"low\"} 34560240.900",
                        "climb_seconds_count{hill=\"low\"} 3");
    }

    @Test
    void no_exception_and_an_empty_outbox_are_said_too() {
        FoundationGauges gauges = TestBeans.on(POSTGRES).get(FoundationGauges.class);
        assertThat(gauges.gauges())
                .contains(new Gauge("counterfoil_exceptions_open", Map.of("class", "POISON"), BigDecimal.ZERO))
                .contains(new Gauge("counterfoil_exception_age_seconds", Map.of("class", "TAX"), BigDecimal.ZERO))
                .contains(new Gauge("counterfoil_outbox_pending", Map.of(), BigDecimal.ZERO));
    }
}
