package io.counterfoil.ledger.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;

/** What was measured: printed as it comes, and kept for the report. */
final class Figures {

    private final PrintStream out;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Figures(PrintStream out) {
        this.out = out;
    }

    /** So many of something in so long. */
    void rate(String name, long count, String what, long nanos) {
        long perSecond = count * 1_000_000_000L / Math.max(1, nanos);
        say(name, String.format(Locale.ROOT, "%,d %s in %s: %,d %s/s", count, what, seconds(nanos), perSecond, what));
        json.putObject(name).put("count", count).put("seconds", seconds(nanos)).put("perSecond", perSecond);
    }

    /** What one of many cost in processor time, ours and PostgreSQL's. */
    void cpu(String name, long count, String what, Cpu used) {
        long java = used.javaNanos() / 1_000 / Math.max(1, count);
        long postgres = used.postgresNanos() / 1_000 / Math.max(1, count);
        say(name, String.format(Locale.ROOT, "CPU for one of %s: %d µs Java + %d µs PostgreSQL", what, java, postgres));
        json.putObject(name).put("javaMicros", java).put("postgresMicros", postgres);
    }

    void time(String name, String what, long nanos) {
        say(name, what + ": " + millis(nanos));
        json.putObject(name).put("what", what).put("millis", nanos / 1_000_000);
    }

    /** How much of what the database can do for the same rows was reached. */
    void share(String name, long bestNanos, long ourNanos) {
        long percent = bestNanos * 100 / Math.max(1, ourNanos);
        say(name, percent + " % of it");
        json.putObject(name).put("percent", percent);
    }

    void say(String name, String text) {
        out.printf("%-34s %s%n", name, text);
        out.flush();
    }

    String json() {
        return json.toPrettyString();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%02d s", nanos / 1_000_000_000L, nanos / 10_000_000L % 100);
    }

    private static String millis(long nanos) {
        return nanos > 10_000_000_000L ? seconds(nanos) : nanos / 1_000_000 + " ms";
    }
}
