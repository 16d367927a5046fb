package io.counterfoil.suite.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The twins of outside systems, all in one process: CRM, payment gateway, product platform, and whoever is told by webhook. */
final class TwinsLaunch {
    private static final List<String> MEMORY = List.of("-Xms16m", "-Xmx128m");

    /** They keep in memory every deal and every field that was written. */
    private static final List<String> LOAD = List.of("-Xms256m", "-Xmx1g", "-XX:TieredStopAtLevel=4");

    private TwinsLaunch() {}

    static Launch launch(Layout layout, Access access, Map<String, String> more, Rig rig) {
        return new Launch(
                Part.TWINS,
                JavaCommand.of(
                        Part.TWINS, ServerLaunch.isForLoad(more) ? LOAD : MEMORY, "io.counterfoil.suite.twin.Twins"),
                environment(layout, access, more, rig),
                layout.folder(),
                layout.log(Part.TWINS),
                Duration.ofSeconds(90),
                () -> HttpProbe.listens(access.url(Endpoint.SALESFORCE))
                        && HttpProbe.listens(access.url(Endpoint.GATEWAY))
                        && HttpProbe.listens(access.url(Endpoint.INBOX))
                        && HttpProbe.listens(access.url(Endpoint.PLATFORM)),
                () -> {},
                () -> {});
    }

    private static Map<String, String> environment(Layout layout, Access access, Map<String, String> more, Rig rig) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "CLASSPATH", JavaCommand.classPath(layout),
                "SALESFORCE_TWIN_PORT", String.valueOf(access.ports().of(Endpoint.SALESFORCE)),
                "GATEWAY_TWIN_PORT", String.valueOf(access.ports().of(Endpoint.GATEWAY)),
                "ORDER_SERVICE_URL", rig.url(Part.TWINS, Endpoint.ORDER, access.ports()),
                "BILLING_SERVICE_URL", rig.url(Part.TWINS, Endpoint.BILLING, access.ports()),
                "SALESFORCE_HOOK_SECRET", access.secrets().of("salesforce.hook"),
                "STRIPE_WEBHOOK_SECRET", access.secrets().of("stripe.webhook"),
                "SALESFORCE_PUBLIC_KEY_FILE",
                        access.secrets().salesforcePublicKey().toString()));
        variables.put("INBOX_TWIN_PORT", String.valueOf(access.ports().of(Endpoint.INBOX)));
        variables.putAll(Outside.SALESFORCE_IDENTITY);
        variables.put("PLATFORM_TWIN_PORT", String.valueOf(access.ports().of(Endpoint.PLATFORM)));
        variables.put("PRODUCT_PLATFORM_KEY", Outside.PLATFORM_KEY);
        variables.putAll(more);
        return variables;
    }
}
