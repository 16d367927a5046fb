package io.counterfoil.common.telemetry;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** The suite's own figures (operations.md has their names): counters of this process, gauges read when asked. */
@ApplicationScoped
public class Metrics {

    @Inject
    @Any
    Instance<GaugeSource> gauges;

    @Inject
    Database database;

    private final Map<Sample, LongAdder> counters = new ConcurrentHashMap<>();
    private final Map<Sample, Durations> durations = new ConcurrentHashMap<>();

    /** Adds to a counter with one label. */
    public void count(String name, String label, String value, long more) {
        count(name, Map.of(label, value), more);
    }

    public void count(String name, Map<String, String> labels, long more) {
        counters.computeIfAbsent(new Sample(name, new TreeMap<>(labels)), s -> new LongAdder())
                .add(more);
    }

    /** Adds to a distribution of durations; its name ends in {@code _seconds}. */
    public void observe(String name, Map<String, String> labels, Duration took) {
        durations
                .computeIfAbsent(new Sample(name, new TreeMap<>(labels)), s -> new Durations())
                .add(took);
    }

    /** All figures in the text format of Prometheus, version 0.0.4. */
    String text() {
        Map<String, List<String>> families = new TreeMap<>();
        counters.forEach((sample, count) -> add(families, sample.name(), "counter", sample.line("" + count.sum())));
        durations.forEach((sample, distribution) -> distribution
                .samples(sample.name(), sample.labels())
                .forEach((part, value) -> add(families, sample.name(), "histogram", part.line(value))));
        boolean up = databaseAnswers();
        add(families, new Gauge("counterfoil_database_up", Map.of(), up ? BigDecimal.ONE : BigDecimal.ZERO));
        for (GaugeSource source : gauges) {
            if (up || !source.asksDatabase()) {
                source.gauges().forEach(gauge -> add(families, gauge));
            }
        }
        return families.values().stream().flatMap(List::stream).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Without its database a service still says what it counted, and that the database is away. */
    private boolean databaseAnswers() {
        try {
            return database.query("select 1 as one")
                    .one(row -> row.intValue("one"))
                    .isPresent();
        } catch (RuntimeException away) {
            return false;
        }
    }

    private static void add(Map<String, List<String>> families, Gauge gauge) {
        Sample sample = new Sample(gauge.name(), new TreeMap<>(gauge.labels()));
        add(families, gauge.name(), "gauge", sample.line(gauge.value().toPlainString()));
    }

    private static void add(Map<String, List<String>> families, String name, String type, String line) {
        families.computeIfAbsent(name, n -> new ArrayList<>(List.of("# TYPE " + n + " " + type)))
                .add(line);
    }

    /** A bean that knows figures of the moment. */
    public interface GaugeSource {
        List<Gauge> gauges();

        /** Whether it must be left out while the database is away. */
        default boolean asksDatabase() {
            return true;
        }
    }

    /** One figure of the moment. */
    public record Gauge(String name, Map<String, String> labels, BigDecimal value) {}

    record Sample(String name, TreeMap<String, String> labels) {
        String line(String value) {
            StringBuilder line = new StringBuilder(name);
            if (!labels.isEmpty()) {
                line.append('{');
                labels.forEach((label, text) ->
                        line.append(label).append("=\"").append(escaped(text)).append("\","));
                line.setCharAt(line.length() - 1, '}');
            }
            return line.append(' ').append(value).toString();
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    }
}
