package io.counterfoil.common.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The suite's own figures (operations.md has their names): counters of this process, gauges read when asked. */
@ApplicationScoped
public class Metrics {

    @Inject
    @Any
    Instance<GaugeSource> gauges;

    private final Map<Sample, LongAdder> counters = new ConcurrentHashMap<>();

    /** Adds to a counter with one label. */
    public void count(String name, String label, String value, long more) {
        count(name, Map.of(label, value), more);
    }

    public void count(String name, Map<String, String> labels, long more) {
        counters.computeIfAbsent(new Sample(name, new TreeMap<>(labels)), s -> new LongAdder())
                .add(more);
    }

    /** All figures in the text format of Prometheus, version 0.0.4. */
    String text() {
        List<String> lines = new ArrayList<>();
        counters.forEach((sample, count) -> lines.add(sample.line(Long.toString(count.sum()))));
        for (GaugeSource source : gauges) {
            for (Gauge gauge : source.gauges()) {
                lines.add(new Sample(gauge.name(), new TreeMap<>(gauge.labels()))
                        .line(gauge.value().toPlainString()));
            }
        }
        lines.sort(null);
        return String.join("\n", lines) + "\n";
    }

    /** A bean that knows figures of the moment. */
    public interface GaugeSource {
        List<Gauge> gauges();
    }

    /** One figure of the moment. */
    public record Gauge(String name, Map<String, String> labels, BigDecimal value) {}

    private record Sample(String name, TreeMap<String, String> labels) {
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
