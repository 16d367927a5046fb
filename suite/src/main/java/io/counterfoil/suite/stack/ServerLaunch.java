package io.counterfoil.suite.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One Open Liberty server: the shared runtime, a user folder of its own, started without the agent and the scripts. */
final class ServerLaunch {
    /** Room for what a start leaves behind: with less of it a server collects garbage fifty times until it is ready. */
    private static final List<String> MEMORY = List.of(
            "-Xms80m", "-XX:NewSize=40m", "-Xmx256m", "-XX:MetaspaceSize=160m", "-XX:ReservedCodeCacheSize=64m");

    /** Under load the code is compiled as in production; what comes later on the command line wins. */
    private static final List<String> LOAD = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:MetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:TieredStopAtLevel=4");

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** The second compiler makes a start of five servers twice as dear; on a busy machine that takes its time. */
    private static final Duration PATIENCE_UNDER_LOAD = Duration.ofMinutes(8);
    /** What the server's own script opens on Java 17 and newer. */
    private static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.security.action=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");

    private final Layout layout;
    private final Access access;
    private final ClassArchive archive;
    private final Map<String, String> more;
    private final Rig rig;

    ServerLaunch(Layout layout, Access access, ClassArchive archive, Map<String, String> more, Rig rig) {
        this.layout = layout;
        this.access = access;
        this.archive = archive;
        this.more = more;
        this.rig = rig;
    }

    Launch launch(Part server) {
        ServerFolder folder = new ServerFolder(layout, server);
        URI url = access.url(server.endpoint());
        return new Launch(
                server,
                command(server),
                environment(server, folder.user()),
                folder.server(),
                layout.log(server),
                isForLoad(more) ? PATIENCE_UNDER_LOAD : PATIENCE,
                () -> HttpProbe.ok(url.resolve("/health/started")) && HttpProbe.ok(url.resolve("/health/ready")),
                folder::refresh,
                () -> {});
    }

    static boolean isForLoad(Map<String, String> variables) {
        return StackOptions.LOAD.equals(variables.get(StackOptions.PROFILE));
    }

    private List<String> command(Part server) {
        List<String> flags = new ArrayList<>(isForLoad(more) ? LOAD : MEMORY);
        List<String> rigged = rig.flags(server);
        flags.addAll(archive.flags(server, rigged.stream().anyMatch(flag -> flag.startsWith("-javaagent"))));
        flags.addAll(OPENED);
        flags.addAll(rigged);
        Path starter = layout.liberty().resolve("bin/tools/ws-server.jar");
        return JavaCommand.of(server, flags, "-jar", starter.toString(), server.label());
    }

    private Map<String, String> environment(Part server, Path user) {
        Map<String, String> variables = new HashMap<>();
        variables.put("WLP_USER_DIR", user.toString());
        variables.put("WLP_OUTPUT_DIR", user.resolve("servers").toString());
        variables.put(
                "LOG_DIR", layout.log(server).resolveSibling(server.label()).toString());
        variables.put("WLP_LOGGING_CONSOLE_FORMAT", "JSON");
        variables.put("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");
        variables.put("WLP_LOGGING_CONSOLE_SOURCE", "message,trace,ffdc");
        variables.put("HTTP_HOST", "localhost");
        variables.put("HTTP_PORT", String.valueOf(access.ports().of(server.endpoint())));
        variables.put("CLOCK_ADJUSTABLE", "true");
        variables.put("WEBHOOK_PRIVATE_HOSTS", "localhost");
        variables.put("OTEL_SERVICE_NAME", server.label());
        variables.put("OTEL_SDK_DISABLED", "true");
        variables.putAll(database(server));
        variables.putAll(identity(server));
        variables.putAll(peers(server));
        variables.putAll(outside(server));
        variables.putAll(more);
        variables.putAll(rig.variables(server));
        return variables;
    }

    private Map<String, String> database(Part server) {
        return Map.of(
                "DB_HOST", "localhost",
                "DB_PORT", String.valueOf(rig.port(server, Endpoint.POSTGRES, access.ports())),
                "DB_NAME", server.database(),
                "DB_USER", server.database(),
                "DB_PASSWORD", access.secrets().database(server),
                "BROKER_URL",
                        "tcp://localhost:" + rig.port(server, Endpoint.BROKER, access.ports())
                                + "?callTimeout=10000&connectionTTL=30000&clientFailureCheckPeriod=10000",
                "BROKER_USER", server.label(),
                "BROKER_PASSWORD", access.secrets().broker(server));
    }

    private Map<String, String> identity(Part server) {
        String issuer = access.url(Endpoint.ISSUER).toString();
        String tokens = rig.url(server, Endpoint.ISSUER, access.ports());
        return Map.of(
                "JWT_ISSUER",
                issuer,
                "JWT_JWKS_URL",
                tokens + "/jwks",
                "TOKEN_URL",
                tokens + "/token",
                "SERVICE_CLIENT_ID",
                server.label(),
                "SERVICE_CLIENT_SECRET",
                access.secrets().client(server));
    }

    private Map<String, String> peers(Part server) {
        return Map.of(
                "CUSTOMER_SERVICE_URL", rig.url(server, Endpoint.CUSTOMER, access.ports()),
                "ORDER_SERVICE_URL", rig.url(server, Endpoint.ORDER, access.ports()),
                "BILLING_SERVICE_URL", rig.url(server, Endpoint.BILLING, access.ports()),
                "LEDGER_SERVICE_URL", rig.url(server, Endpoint.LEDGER, access.ports()),
                "WAREHOUSE_FEED_URL", rig.url(server, Endpoint.WAREHOUSE, access.ports()));
    }

    private Map<String, String> outside(Part server) {
        Map<String, String> variables = new HashMap<>();
        variables.put("WEBHOOK_SECRET_KEYS", access.secrets().of(Secrets.SEALING_KEYS));
        if (server == Part.ORDER) {
            variables.putAll(Outside.SALESFORCE_IDENTITY);
            // Who is addressed is named in the signed assertion; the way there may be another.
            variables.put("SALESFORCE_URL", access.url(Endpoint.SALESFORCE).toString());
            variables.put("SALESFORCE_MP_REST_URL", rig.url(server, Endpoint.SALESFORCE, access.ports()));
            variables.put(
                    "SALESFORCE_PRIVATE_KEY_FILE",
                    access.secrets().salesforcePrivateKey().toString());
            variables.put("SALESFORCE_HOOK_SECRETS", access.secrets().of("salesforce.hook"));
            variables.put("PRODUCT_PLATFORM_URL", rig.url(server, Endpoint.PLATFORM, access.ports()));
            variables.put("PRODUCT_PLATFORM_KEY", Outside.PLATFORM_KEY);
        }
        if (server == Part.BILLING) {
            variables.put("STRIPE_WEBHOOK_SECRETS", access.secrets().of("stripe.webhook"));
            variables.put("STRIPE_URL", rig.url(server, Endpoint.GATEWAY, access.ports()));
            variables.put("STRIPE_API_KEY", Outside.GATEWAY_API_KEY);
        }
        return variables;
    }
}
