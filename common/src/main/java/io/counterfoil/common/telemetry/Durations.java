package io.counterfoil.common.telemetry;

import io.counterfoil.common.telemetry.Metrics.Sample;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, from a second to a month: business transactions are slow, and some wait for a person. */
final class Durations {
    private static final long[] BOUNDS = {1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400, 604_800, 2_592_000};

    private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
    private final LongAdder millis = new LongAdder();

    void add(Duration took) {
        int bucket = 0;
        while (bucket < BOUNDS.length && took.compareTo(Duration.ofSeconds(BOUNDS[bucket])) > 0) {
            bucket++;
        }
        buckets.incrementAndGet(bucket);
        millis.add(took.toMillis());
    }

    /** Cumulated buckets, sum and count, as Prometheus wants a histogram. */
    Map<Sample, String> samples(String name, Map<String, String> labels) {
        Map<Sample, String> samples = new LinkedHashMap<>();
        long below = 0;
        for (int i = 0; i <= BOUNDS.length; i++) {
            below += buckets.get(i);
            TreeMap<String, String> bounded = new TreeMap<>(labels);
            bounded.put("le", i < BOUNDS.length ? Long.toString(BOUNDS[i]) : "+Inf");
            samples.put(new Sample(name + "_bucket", bounded), Long.toString(below));
        }
        String seconds = BigDecimal.valueOf(millis.sum(), 3).toPlainString();
        samples.put(new Sample(name + "_sum", new TreeMap<>(labels)), seconds);
        samples.put(new Sample(name + "_count", new TreeMap<>(labels)), Long.toString(below));
        return samples;
    }
}
