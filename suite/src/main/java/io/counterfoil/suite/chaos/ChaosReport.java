package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did and found, for people and for programs. */
public record ChaosReport(
        String run,
        long seed,
        Duration took,
        Asked asked,
        List<Struck> faults,
        Map<String, List<Finding>> checks,
        Map<String, String> notes) {

    /** A hundred findings of one promise say no more to a reader than the first ones. */
    private static final int SHOWN = 25;

    /** Nothing was lost, doubled, adrift or wrong. */
    public boolean isClean() {
        return checks.values().stream().allMatch(List::isEmpty);
    }

    private long count(Finding.Kind kind) {
        return checks.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.kind() == kind)
                .count();
    }

    private List<Duration> recoveries() {
        return faults.stream().map(Struck::recovery).sorted().toList();
    }

    private String recovery(int percent) {
        List<Duration> sorted = recoveries();
        return sorted.isEmpty() ? "-" : seconds(sorted.get((sorted.size() * percent + 99) / 100 - 1));
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%d s", time.toSeconds(), time.toMillisPart() / 100);
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("run", run);
        figures.put("seed", seed);
        figures.put("took", seconds(took));
        figures.put("versions", Versions.all());
        figures.put("orders", asked.deals().size());
        figures.put("payments", asked.paymentCount());
        figures.put("repeats", asked.repeats());
        figures.put("answers", asked.answers());
        figures.put("faultCount", faults.size());
        figures.put("lost", count(Finding.Kind.LOST));
        figures.put("duplicated", count(Finding.Kind.DOUBLED));
        figures.put("adrift", count(Finding.Kind.ADRIFT));
        figures.put("wrong", count(Finding.Kind.WRONG));
        figures.put("recoveryP50", recovery(50));
        figures.put("recoveryP95", recovery(95));
        figures.put("recoveryMax", recovery(100));
        figures.putAll(notes);
        return figures;
    }

    /** As lines of Markdown, which a terminal shows as well. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add("# chaos " + run + ": " + (isClean() ? "nothing lost, doubled or adrift" : "NOT CLEAN"));
        lines.add("");
        figures().forEach((name, value) -> lines.add("- " + name + ": " + value));
        lines.add("");
        lines.add("| fault | lasted | recovered after |");
        lines.add("|---|---|---|");
        faults.forEach(fault -> lines.add(
                "| %s | %s | %s |".formatted(fault.fault(), seconds(fault.lasted()), seconds(fault.recovery()))));
        lines.add("");
        lines.add("| promise | held |");
        lines.add("|---|---|");
        checks.forEach((promise, found) -> lines.add(
                "| %s | %s |".formatted(promise, found.isEmpty() ? "yes" : "NO, " + found.size() + " findings")));
        checks.values().forEach(found -> found.stream()
                .limit(SHOWN)
                .forEach(finding -> lines.add("- " + finding.kind() + ": " + finding.what())));
        return lines;
    }

    /** Writes {@code <run>.json} and {@code <run>.md} into the folder; returns the latter. */
    public Path write(Path folder) {
        Map<String, Object> all = figures();
        all.put("clean", isClean());
        all.put(
                "faults",
                faults.stream()
                        .map(fault -> Map.of(
                                "fault", fault.fault(),
                                "lastedMillis", fault.lasted().toMillis(),
                                "recoveryMillis", fault.recovery().toMillis()))
                        .toList());
        all.put("checks", checks);
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(run + ".json"), Json.read(Json.write(all)).toPrettyString() + "\n");
            return Files.write(folder.resolve(run + ".md"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
