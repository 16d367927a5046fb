package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which planted defect was found by which check. */
public final class PlantedReport {
    /** What is planted to see that the checks are silent where nothing is wrong. */
    private static final String NONE = "no defect";

    private final long seed;
    private final Map<String, Map<String, List<Finding>>> results = new LinkedHashMap<>();

    public PlantedReport(long seed) {
        this.seed = seed;
    }

    public void add(String defect, Map<String, List<Finding>> broken) {
        results.put(defect, broken);
    }

    /** Each defect was found, and nothing where there was none. */
    public boolean isAllFound() {
        return found() == planted() && results.getOrDefault(NONE, Map.of()).isEmpty();
    }

    private long planted() {
        return results.keySet().stream().filter(name -> !name.equals(NONE)).count();
    }

    private long found() {
        return results.entrySet().stream()
                .filter(result -> !result.getKey().equals(NONE))
                .filter(result -> !result.getValue().isEmpty())
                .count();
    }

    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add("# chaos planted: found %d of %d".formatted(found(), planted()));
        lines.add("");
        lines.add("- seed: " + seed);
        lines.add("- versions: " + Versions.all());
        lines.add("");
        lines.add("| planted | found by |");
        lines.add("|---|---|");
        results.forEach((defect, broken) -> lines.add(
                "| %s | %s |".formatted(defect, broken.isEmpty() ? "nobody" : String.join("; ", broken.keySet()))));
        return lines;
    }

    /** Writes {@code planted.json} and {@code planted.md} into the folder. */
    public void write(Path folder) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seed", seed);
        all.put("versions", Versions.all());
        all.put("planted", planted());
        all.put("found", found());
        all.put("defects", results);
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("planted.json"), Json.read(Json.write(all)).toPrettyString() + "\n");
            Files.write(folder.resolve("planted.md"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
