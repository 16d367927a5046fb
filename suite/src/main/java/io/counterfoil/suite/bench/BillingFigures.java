package io.counterfoil.suite.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, for people and for machines. */
public final class BillingFigures {
    private static final long MIB = 1 << 20;

    private final List<Run> runs = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Object> others = new LinkedHashMap<>();
    private long lines;

    /**
     * A billing run.
     *
     * @param nanos from telling the day to the last commit
     * @param toldNanos the same, until the broker had the last event
     * @param load the machine's load average of the minute in which it ended
     */
    record Run(int invoices, long lines, long nanos, long toldNanos, String load) {
        long perSecond() {
            return Rate.perSecond(invoices, nanos);
        }

        String text() {
            return "%d subscriptions: %d invoices/s, %s us each, %d lines; all events delivered after %s s (load %s)"
                    .formatted(invoices, perSecond(), nanos / 1000 / invoices, lines, Rate.seconds(toldNanos), load);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("invoices", invoices);
            json.put("lines", lines);
            json.put("millis", nanos / 1_000_000);
            json.put("invoicesPerSecond", perSecond());
            json.put("deliveredMillis", toldNanos / 1_000_000);
            json.put("loadAverage", load);
            return json;
        }
    }

    void heap(long bytes) {
        others.put("processMiBAtStart", bytes / MIB);
    }

    long linesSoFar() {
        return lines;
    }

    void linesAre(long now) {
        lines = now;
    }

    void run(Run run, long memory) {
        runs.add(run);
        lines += run.lines();
        others.put("processMiB", memory / MIB);
    }

    void crash(long atDeath, List<String> wrong) {
        others.put("killedAfterInvoices", atDeath);
        others.put("afterKill", wrong.isEmpty() ? "none twice, none missing, no gap" : String.join("; ", wrong));
        check(wrong);
    }

    String crashText() {
        return "kill -9 after " + others.get("killedAfterInvoices") + " invoices, started again: "
                + others.get("afterKill");
    }

    void api(long perSecond) {
        others.put("subscriptionsByApiPerSecond", perSecond);
    }

    void usage(long perSecond) {
        others.put("usageRecordsPerSecond", perSecond);
    }

    void check(List<String> wrong) {
        complaints.addAll(wrong);
    }

    /** What was wrong; empty when every invoice is there once. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Everything as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("billingRuns", runs.stream().map(Run::json).toList());
        json.putAll(others);
        json.put("complaints", complaints);
        return json;
    }

    /** Everything in lines to read. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add(String.format(
                Locale.ROOT, "billing, on %d processors:", Runtime.getRuntime().availableProcessors()));
        runs.forEach(run -> text.add("  billing run over " + run.text()));
        if (others.containsKey("afterKill")) {
            text.add("  " + crashText());
        }
        others.forEach((name, value) -> {
            if (!name.contains("Kill") && !name.contains("kill")) {
                text.add("  " + name + ": " + value);
            }
        });
        complaints.forEach(wrong -> text.add("  WRONG: " + wrong));
        return text;
    }
}
