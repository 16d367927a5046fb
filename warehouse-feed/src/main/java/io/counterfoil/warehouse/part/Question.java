package io.counterfoil.warehouse.part;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * One request to one part.
 *
 * @param query its query parameters; those that are null are left out
 * @param headers its headers
 * @param body JSON; null where there is none
 * @param token whose bearer token it carries; null asks as this service itself
 */
public record Question(
        Part part,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        String token) {

    /** A question of this service itself. */
    public static Question of(Part part, String path, Map<String, String> query) {
        return new Question(part, "GET", path, query, Map.of(), null, null);
    }

    /** The same, asked by a person. */
    public Question by(String bearerToken) {
        return new Question(part, method, path, query, headers, body, bearerToken);
    }

    /** The same with the variables of its path filled in, in their order. */
    public Question at(String... values) {
        String filled = path;
        for (String value : values) {
            filled = filled.replaceFirst("\\{[^}]*}", Matcher.quoteReplacement(value));
        }
        return new Question(part, method, filled, query, headers, body, token);
    }

    /** The same with another header; null leaves it as it is. */
    public Question with(String header, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Question(part, method, path, query, more, body, token);
    }
}
