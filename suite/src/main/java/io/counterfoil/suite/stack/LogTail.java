package io.counterfoil.suite.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The end of a log, as a person wants to see it after a failure: the errors, else the last lines. */
final class LogTail {
    private static final int LINES = 12;
    private static final int WIDTH = 400;
    private static final Set<String> BAD = Set.of("ERROR", "SEVERE", "FATAL", "SystemErr");

    private LogTail() {}

    static List<String> of(Path log) {
        Deque<String> last = new ArrayDeque<>();
        Deque<String> bad = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                keep(last, message(line));
                if (isBad(line)) {
                    keep(bad, message(line));
                }
            });
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
        return List.copyOf(bad.isEmpty() ? last : bad);
    }

    private static void keep(Deque<String> lines, String line) {
        lines.addLast(line.length() > WIDTH ? line.substring(0, WIDTH) + " …" : line);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
    }

    private static boolean isBad(String line) {
        return line.startsWith("{")
                ? BAD.contains(field(line, "loglevel"))
                : line.contains("FATAL") || line.contains("ERROR") || line.contains("Exception");
    }

    private static String message(String line) {
        String message = line.startsWith("{") ? field(line, "message") : line;
        return message.isEmpty() ? line : message.strip().replace('\n', ' ');
    }

    private static String field(String line, String name) {
        try {
            JsonNode node = Json.read(line);
            return node.path(name).asText("");
        } catch (IllegalArgumentException cutLine) {
            return "";
        }
    }
}
