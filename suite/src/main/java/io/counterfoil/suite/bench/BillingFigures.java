package io.counterfoil.suite.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, for people and for machines. */
public final class BillingFigures {
    private final Map<String, Measured> measured = new LinkedHashMap<>();
    private final Map<String, Object> others = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /**
     * How many things were done, in which time and at which cost.
     *
     * @param unit what was done, as one says it in "… a second"
     * @param load the machine's load average of the minute in which it ended
     * @param more figures of its own
     */
    record Measured(String unit, long count, long nanos, Cost cost, String load, Map<String, Object> more) {

        long perSecond() {
            return Rate.perSecond(count, nanos);
        }

        String text() {
            StringBuilder text = new StringBuilder("%d %s/s (%d in %s s; %s; load %s"
                    .formatted(perSecond(), unit, count, Rate.seconds(nanos), cost.text(count), load));
            more.forEach(
                    (name, value) -> text.append("; ").append(name).append(' ').append(value));
            return text.append(')').toString();
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("count", count);
            json.put("unit", unit);
            json.put("millis", nanos / 1_000_000);
            json.put("perSecond", perSecond());
            json.put("cpuMicrosEach", cost.json(count));
            json.put("loadAverage", load);
            json.putAll(more);
            return json;
        }
    }

    /** Keeps what was measured and gives the line that tells it. */
    String add(String what, Measured one) {
        measured.put(what, one);
        return "  " + what + ": " + one.text();
    }

    void say(String what, Object value) {
        others.put(what, value);
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
        measured.forEach((what, one) -> json.put(what, one.json()));
        json.putAll(others);
        json.put("complaints", complaints);
        return json;
    }

    /** Everything in lines to read. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("billing, on " + Runtime.getRuntime().availableProcessors() + " processors:");
        measured.forEach((what, one) -> text.add("  " + what + ": " + one.text()));
        others.forEach((what, value) -> text.add("  " + what + ": " + value));
        complaints.forEach(wrong -> text.add("  WRONG: " + wrong));
        return text;
    }
}
