package io.counterfoil.common.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operations of another service that a service calls, read from the sources of its REST clients and of what it gathers. */
public final class RestCalls {
    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]*)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("@(GET|PUT|POST|DELETE|PATCH)\\b((?:(?!@(?:GET|PUT|POST|DELETE|PATCH)\\b)[^;])*);");

    /** A question to one part of an answer that is gathered: {@code Part.ORDER, "/v1/orders"}. */
    private static final Pattern ASKED = Pattern.compile("Part\\.([A-Z]+),\\s*\"(/v1/[^\"]*)\"");

    private RestCalls() {}

    /** As {@code GET /v1/customers/{}}. */
    public static Set<String> of(Path module, String called) {
        Set<String> found = new TreeSet<>();
        Path sources = module.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                collect(Files.readString(file), called, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void collect(String source, String called, Set<String> found) {
        ASKED.matcher(source)
                .results()
                .filter(asked -> called.startsWith(asked.group(1).toLowerCase(Locale.ROOT) + "-"))
                .forEach(asked -> found.add("GET " + asked.group(2).replaceAll("\\{[^}]*}", "{}")));
        boolean calls = Stream.of(called, called + "-sets") // the same service, with other time-outs
                .anyMatch(key -> source.contains("@RegisterRestClient(configKey = \"" + key + "\")"));
        if (!calls) {
            return;
        }
        int body = source.indexOf("interface ");
        String prefix = firstPath(source.substring(0, body));
        Matcher method = METHOD.matcher(source.substring(body));
        while (method.find()) {
            String path = ("/" + prefix + "/" + firstPath(method.group(2))).replaceAll("/+", "/");
            found.add(method.group(1) + " " + path.replaceAll("\\{[^}]*}", "{}").replaceAll("(?<=.)/$", ""));
        }
    }

    private static String firstPath(String text) {
        Matcher path = PATH.matcher(text);
        return path.find() ? path.group(1) : "";
    }
}
