package io.counterfoil.suite.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The local token issuer. */
final class IssuerLaunch {
    private static final List<String> MEMORY = List.of("-Xms16m", "-Xmx48m");

    private IssuerLaunch() {}

    static Launch launch(Layout layout, Access access) {
        URI discovery = access.url(Endpoint.ISSUER).resolve("/.well-known/openid-configuration");
        return new Launch(
                Part.ISSUER,
                JavaCommand.of(Part.ISSUER, MEMORY, "io.counterfoil.suite.issuer.IssuerProcess"),
                Map.of(
                        "CLASSPATH", JavaCommand.classPath(layout),
                        "ISSUER_PORT", String.valueOf(access.ports().of(Endpoint.ISSUER)),
                        "SECRETS_FILE", access.secrets().file().toString()),
                layout.folder(),
                layout.log(Part.ISSUER),
                Duration.ofSeconds(90),
                () -> HttpProbe.ok(discovery),
                () -> {},
                () -> {});
    }
}
