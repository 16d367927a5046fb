package io.counterfoil.suite.bench;

import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by their names, in the order in which they were measured; as text and as JSON. */
public final class BenchReport {
    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    public BenchReport(String name) {
        this.name = name;
    }

    public BenchReport with(String figure, Object value) {
        figures.put(figure, value);
        return this;
    }

    public List<String> text() {
        List<String> lines = new ArrayList<>();
        figures.forEach((figure, value) -> {
            if (value instanceof Map<?, ?> parts) {
                lines.add(figure);
                parts.forEach((part, each) -> lines.add("  %-28s %s".formatted(part, each)));
            } else {
                lines.add("%-30s %s".formatted(figure, value));
            }
        });
        return lines;
    }

    /** Writes {@code <name>.json} into the folder; returns the file. */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(
                    folder.resolve(name + ".json"),
                    Json.read(Json.write(figures)).toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
