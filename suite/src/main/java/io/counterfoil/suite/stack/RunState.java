package io.counterfoil.suite.stack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs, as written beside it, so that any other process can find it: even after the launcher has crashed. */
public record RunState(
        String run, Instant since, ProcessMark launcher, Map<Endpoint, Integer> ports, Map<Part, ProcessMark> parts) {

    public RunState {
        parts = parts.isEmpty() ? Map.of() : Map.copyOf(parts);
    }

    static RunState begin(Layout layout, Ports ports) {
        return new RunState(
                layout.run(), Instant.now(), ProcessMark.of(ProcessHandle.current()), ports.numbers(), Map.of());
    }

    RunState with(Part part, ProcessMark process) {
        Map<Part, ProcessMark> more = new EnumMap<>(Part.class);
        more.putAll(parts);
        more.put(part, process);
        return new RunState(run, since, launcher, ports, more);
    }

    RunState without(Part part) {
        Map<Part, ProcessMark> fewer = new EnumMap<>(Part.class);
        fewer.putAll(parts);
        fewer.remove(part);
        return new RunState(run, since, launcher, ports, fewer);
    }

    /** Those of the five that it has, in the order in which they start. */
    @JsonIgnore
    List<Part> servers() {
        return Part.servers().stream().filter(parts::containsKey).toList();
    }

    @JsonIgnore
    public boolean isLauncherAlive() {
        return launcher.alive().isPresent();
    }

    /** Replaces the file as a whole: a reader sees the old one or the new one. */
    void save(Layout layout) {
        Path file = file(layout);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, Json.write(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<RunState> load(Layout layout) {
        try {
            return Files.exists(file(layout))
                    ? Optional.of(Json.MAPPER.readValue(Files.readString(file(layout)), RunState.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Layout layout) {
        try {
            Files.deleteIfExists(file(layout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Layout layout) {
        return layout.folder().resolve("state.json");
    }
}
