package io.counterfoil.suite.twin;

import io.counterfoil.suite.twin.gateway.GatewayTwin;
import io.counterfoil.suite.twin.inbox.InboxTwin;
import io.counterfoil.suite.twin.platform.PlatformTwin;
import io.counterfoil.suite.twin.salesforce.ConnectedApp;
import io.counterfoil.suite.twin.salesforce.SalesforceTwin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The process that runs the twins, set up by variables of the environment. It is ready when {@code /control/health} of each
 * answers.
 */
public final class Twins {

    private static final Duration SESSION = Duration.ofHours(2);

    private Twins() {}

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        try (var salesforce = SalesforceTwin.start(salesforce(environment));
                var gateway = GatewayTwin.start(gateway(environment));
                var inbox = InboxTwin.start(Integer.parseInt(environment.getOrDefault("INBOX_TWIN_PORT", "9093")));
                var platform = PlatformTwin.start(platform(environment))) {
            System.out.printf(
                    "Salesforce on %d, gateway on %d, inbox on %d, product platform on %d%n",
                    salesforce.port(), gateway.port(), inbox.port(), platform.port());
            new CountDownLatch(1).await();
        }
    }

    private static SalesforceTwin.Settings salesforce(Map<String, String> environment) {
        ConnectedApp app = new ConnectedApp(
                required(environment, "SALESFORCE_ORGANIZATION_ID"),
                required(environment, "SALESFORCE_CLIENT_ID"),
                required(environment, "SALESFORCE_USERNAME"),
                ConnectedApp.publicKey(Path.of(required(environment, "SALESFORCE_PUBLIC_KEY_FILE"))));
        String hook = "%s/hooks/salesforce/%s/outbound-messages"
                .formatted(required(environment, "ORDER_SERVICE_URL"), required(environment, "SALESFORCE_HOOK_SECRET"));
        int port = Integer.parseInt(environment.getOrDefault("SALESFORCE_TWIN_PORT", "9091"));
        return new SalesforceTwin.Settings(port, app, URI.create(hook), SESSION, Patience.LOCAL);
    }

    private static GatewayTwin.Settings gateway(Map<String, String> environment) {
        return new GatewayTwin.Settings(
                Integer.parseInt(environment.getOrDefault("GATEWAY_TWIN_PORT", "9092")),
                URI.create(required(environment, "BILLING_SERVICE_URL") + "/hooks/stripe"),
                required(environment, "STRIPE_WEBHOOK_SECRET"),
                environment.getOrDefault("STRIPE_API_KEY", "sk_test_counterfoil"),
                Patience.LOCAL);
    }

    private static PlatformTwin.Settings platform(Map<String, String> environment) {
        return new PlatformTwin.Settings(
                Integer.parseInt(environment.getOrDefault("PLATFORM_TWIN_PORT", "9094")),
                environment.getOrDefault("PRODUCT_PLATFORM_KEY", "platform-local"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The variable " + name + " is not set");
        }
        return value;
    }
}
