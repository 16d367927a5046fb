package io.counterfoil.suite.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request that reached a twin. */
public record Call(String method, URI uri, Map<String, String> path, Headers headers, byte[] body) {

    /** The part of the path that a route named in braces. */
    public String part(String name) {
        return path.get(name);
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** A parameter of the query string. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(parameters(uri.getRawQuery()).get(name));
    }

    /** A field of a form that was posted. */
    public Optional<String> form(String name) {
        return Optional.ofNullable(
                parameters(new String(body, StandardCharsets.UTF_8)).get(name));
    }

    /** The body as JSON. */
    public JsonNode json() {
        return Json.tree(body);
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> found = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return found;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            found.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
