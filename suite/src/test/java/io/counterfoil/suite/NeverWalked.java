package io.counterfoil.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What no system test can see, each line with its reason: {@code * * 429 | the limiter is tested in common}. */
final class NeverWalked {
    static final String FILE = "suite/src/test/resources/never-walked.txt";

    private static final List<Pattern> EXCUSES = lines().stream()
            .map(line -> Pattern.compile("\\Q" + line.split("\\|")[0].strip().replace("*", "\\E.*\\Q") + "\\E"))
            .toList();

    private NeverWalked() {}

    static boolean isExcused(String step) {
        return EXCUSES.stream().anyMatch(excuse -> excuse.matcher(step).matches());
    }

    /** The entries; one without a reason is refused. */
    static List<String> lines() {
        try (var in = NeverWalked.class.getResourceAsStream("/never-walked.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .peek(line -> {
                        if (!line.matches("[^|]+\\|.{10,}")) {
                            throw new IllegalStateException(FILE + " names no reason: " + line);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
