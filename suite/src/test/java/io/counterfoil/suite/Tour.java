package io.counterfoil.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who sends the requests of a collection one after the other, again where the answer is not there yet. */
final class Tour {
    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern ANSWER = Pattern.compile("(\\w+)\\.response\\.body\\.(\\$.*)");
    private static final Pattern DAY = Pattern.compile("\\$datetime 'YYYY-MM-DD'(?: (-?\\d+) d)?");
    private static final Pattern VALUE = Pattern.compile("(\\$\\S*) = (.*)");

    private final LocalDate today;
    private final Map<String, String> variables;
    private final Map<String, JsonNode> answers = new HashMap<>();

    /**
     * @param addresses replace those in the file
     * @param today of the services: other tests move their clock
     */
    Tour(HttpFile file, Map<String, String> addresses, LocalDate today) {
        this.today = today;
        variables = new HashMap<>(file.variables());
        variables.putAll(addresses);
    }

    /** Sends the step until what it expects has come; only what changes nothing is sent again. */
    void take(HttpFile.Step step) {
        boolean harmless = step.method().equals("GET");
        Reply last = harmless
                ? await(step.title())
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(300))
                        .until(() -> send(step), reply -> complaint(step, reply) == null)
                : send(step);
        String complaint = complaint(step, last);
        if (complaint != null) {
            throw new AssertionError(step.title() + ": " + complaint + "\n" + last.status() + " " + last.text());
        }
        if (step.name() != null) {
            answers.put(step.name(), last.json());
        }
    }

    private Reply send(HttpFile.Step step) {
        URI url = URI.create(filled(step.url()));
        Api api = Api.anonymous(url.resolve("/"));
        for (Map.Entry<String, String> header : step.headers().entrySet()) {
            api = api.with(header.getKey(), filled(header.getValue()));
        }
        String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        return api.send(step.method(), path, step.body().isEmpty() ? null : filled(step.body()));
    }

    /** What is not as expected; null when all is. */
    private String complaint(HttpFile.Step step, Reply reply) {
        for (String expected : step.expected()) {
            Matcher value = VALUE.matcher(expected);
            boolean met = value.matches()
                    ? at(reply.json(), value.group(1)).asText().equals(value.group(2))
                    : java.util.List.of(expected.split(" ")).contains(String.valueOf(reply.status()));
            if (!met) {
                return "expected " + expected;
            }
        }
        return null;
    }

    private String filled(String text) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String expression) {
        Matcher answer = ANSWER.matcher(expression);
        Matcher day = DAY.matcher(expression);
        if (answer.matches()) {
            return at(answers.get(answer.group(1)), answer.group(2)).asText();
        }
        if (day.matches()) {
            long days = day.group(1) == null ? 0 : Long.parseLong(day.group(1));
            return today.plusDays(days).toString();
        }
        if (expression.equals("$guid")) {
            return UUID.randomUUID().toString();
        }
        if (!variables.containsKey(expression)) {
            throw new AssertionError("nothing is called " + expression);
        }
        return variables.get(expression);
    }

    /** {@code $.items[0].id} in JSON. */
    private static JsonNode at(JsonNode json, String path) {
        String pointer = path.substring(1).replace(".", "/").replaceAll("\\[(\\d+)]", "/$1");
        return json.at(pointer);
    }
}
