package io.counterfoil.suite.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import java.util.Set;

/** One line of a log, JSON or not. */
public record LogLine(String time, String level, String message) {
    private static final Set<String> BAD = Set.of("ERROR", "SEVERE", "FATAL", "SystemErr");

    public static LogLine of(String line) {
        if (line.startsWith("{")) {
            try {
                JsonNode json = Json.read(line);
                return new LogLine(
                        json.path("ibm_datetime").asText(""),
                        json.path("loglevel").asText(""),
                        json.path("message").asText(line).strip());
            } catch (IllegalArgumentException cutLine) {
                return new LogLine("", "", line);
            }
        }
        return new LogLine("", "", line);
    }

    public String readable() {
        return time.isEmpty() ? message : "%s %-7s %s".formatted(time, level, message);
    }

    boolean isBad() {
        return BAD.contains(level)
                || level.isEmpty()
                        && (message.contains("FATAL") || message.contains("ERROR") || message.contains("Exception"));
    }
}
