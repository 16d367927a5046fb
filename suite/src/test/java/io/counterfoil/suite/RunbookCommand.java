package io.counterfoil.suite;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP call that a runbook tells its reader to make.
 *
 * @param role whose token it carries; null for none
 */
record RunbookCommand(String role, String method, int port, String path, String body) {
    private static final Pattern CALL = Pattern.compile("curl -s (.*?)\"?http://localhost:(\\d+|\\$port)([^\"\\s|)]*)");
    private static final Pattern ROLE = Pattern.compile("--role (\\w+)");
    private static final Pattern METHOD = Pattern.compile("-X (\\w+)");
    private static final Pattern BODY = Pattern.compile("-d '([^']*)'");

    static List<RunbookCommand> in(String text) {
        return CALL.matcher(text)
                .results()
                .map(found -> of(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    private static RunbookCommand of(String options, String port, String path) {
        String method = first(METHOD, options);
        return new RunbookCommand(
                first(ROLE, options),
                method == null ? "GET" : method,
                port.equals("$port") ? Endpoint.BILLING.usualPort() : Integer.parseInt(port),
                path,
                first(BODY, options));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    Part server() {
        return Part.servers().stream()
                .filter(part -> part.endpoint().usualPort() == port)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no server has port " + port));
    }

    /** Whether anybody may make it at any time: it reads, or it compares. */
    boolean isHarmless() {
        return !path.contains("$") && (method.equals("GET") || path.equals("/v1/reconciliations"));
    }

    @Override
    public String toString() {
        return method + " " + server().label() + path + (role == null ? "" : " as " + role);
    }
}
