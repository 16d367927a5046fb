package io.counterfoil.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collection of requests as editors know it: {@code ###} between requests, {@code @name = value} for variables, a request
 * line, headers, an empty line, a body; {@code # @name} keeps an answer, and {@code # expect} says what must come back.
 */
record HttpFile(Map<String, String> variables, List<Step> steps) {
    private static final Pattern VARIABLE = Pattern.compile("@(\\w+)\\s*=\\s*(.*)");
    private static final Pattern NAME = Pattern.compile("# @name (\\w+)");
    private static final Pattern EXPECT = Pattern.compile("# expect (.*)");

    /** One request as it stands in the file, variables and all. */
    record Step(
            String title,
            String name,
            List<String> expected,
            String method,
            String url,
            Map<String, String> headers,
            String body) {}

    static HttpFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpFile parse(String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        text.lines()
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .forEach(found -> variables.put(found.group(1), found.group(2).strip()));
        List<Step> steps = new ArrayList<>();
        String[] parts = text.split("(?m)^###");
        for (int i = 1; i < parts.length; i++) {
            steps.add(step(parts[i].lines().toList()));
        }
        return new HttpFile(variables, steps);
    }

    private static Step step(List<String> lines) {
        String name = null;
        List<String> expected = new ArrayList<>();
        int at = 1;
        for (; lines.get(at).startsWith("#"); at++) {
            Matcher named = NAME.matcher(lines.get(at));
            Matcher expects = EXPECT.matcher(lines.get(at));
            name = named.matches() ? named.group(1) : name;
            if (expects.matches()) {
                expected.add(expects.group(1).strip());
            }
        }
        String[] request = lines.get(at).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        for (at++; at < lines.size() && !lines.get(at).isBlank(); at++) {
            String[] header = lines.get(at).split(":\\s*", 2);
            headers.put(header[0], header[1]);
        }
        List<String> body = lines.subList(Math.min(at, lines.size()), lines.size()).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        return new Step(
                lines.get(0).strip(),
                name,
                expected,
                request[0],
                request[1],
                headers,
                String.join("\n", body).strip());
    }
}
