package io.counterfoil.suite.bench;

import java.util.List;
import java.util.Locale;

/** Times in order, and what so many of a hundred stay below. */
record Percentiles(List<Long> sortedNanos) {
    private static final long MICRO = 1_000;
    private static final long MICROS_PER_MILLI = 1_000;

    static Percentiles of(List<Long> nanos) {
        return new Percentiles(nanos.stream().sorted().toList());
    }

    /** Milliseconds with one decimal; a dash where nothing was measured. */
    String millis(int percent) {
        if (sortedNanos.isEmpty()) {
            return "-";
        }
        int at = Math.max(0, (sortedNanos.size() * percent + 99) / 100 - 1);
        long micros = sortedNanos.get(at) / MICRO;
        return String.format(Locale.ROOT, "%d.%d", micros / MICROS_PER_MILLI, micros % MICROS_PER_MILLI / 100);
    }

    @Override
    public String toString() {
        return "p50 %s, p95 %s, p99 %s ms".formatted(millis(50), millis(95), millis(99));
    }
}
