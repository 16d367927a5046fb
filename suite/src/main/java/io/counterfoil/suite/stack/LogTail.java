package io.counterfoil.suite.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The end of a log, as a person wants to see it after a failure: the errors, else the last lines. */
final class LogTail {
    private static final int LINES = 12;
    private static final int WIDTH = 400;

    /** The application did not start; a listener threw while it started; it was not found; a feature is missing. */
    private static final List<String> FAILED_START = List.of("CWWKZ0002E", "SRVE0265E", "CWWKZ0014W", "CWWKF0001E");

    private LogTail() {}

    static List<String> of(Path log) {
        Deque<String> last = new ArrayDeque<>();
        Deque<String> bad = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.map(LogLine::of).forEach(line -> {
                keep(last, line);
                if (line.isBad()) {
                    keep(bad, line);
                }
            });
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
        return List.copyOf(bad.isEmpty() ? last : bad);
    }

    /** Whether Open Liberty has given up on the application. */
    static boolean tellsOfFailedStart(Path log) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> FAILED_START.stream().anyMatch(line::contains));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void keep(Deque<String> lines, LogLine line) {
        String text = line.message().replace('\n', ' ');
        lines.addLast(text.length() > WIDTH ? text.substring(0, WIDTH) + " …" : text);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
    }
}
