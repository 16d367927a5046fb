package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every figure that is promised, looked at by a dashboard or waited for by an alert exists in a running suite. */
class MetricsIT {
    private static final List<String> PROMISED = List.of(
            "counterfoil_process_total",
            "counterfoil_process_seconds",
            "counterfoil_stage_seconds",
            "counterfoil_exceptions_open",
            "counterfoil_exception_age_seconds",
            "counterfoil_outbox_pending",
            "counterfoil_outbox_oldest_seconds",
            "counterfoil_inbox_duplicates_total",
            "counterfoil_webhooks_rejected_total",
            "counterfoil_orders_awaiting_posting",
            "counterfoil_invoices_not_in_crm",
            "counterfoil_invoices_not_posted",
            "counterfoil_subscriptions_without_invoice",
            "counterfoil_payments_unapplied",
            "counterfoil_drift_amount",
            "counterfoil_drift_documents",
            "counterfoil_trial_balance",
            "counterfoil_warehouse_lag_seconds");

    private final Counterfoil counterfoil = Counterfoil.running();

    @Test
    void what_is_promised_and_what_is_looked_at_is_measured() {
        somethingHappens();
        Set<String> measured = measured();
        assertThat(measured).containsAll(PROMISED);
        assertThat(measured)
                .containsAll(Observability.metricsOfAlerts())
                .containsAll(Observability.metricsOfDashboards());
    }

    /** An order is sold and paid, a stranger is refused, the sides are compared. */
    private void somethingHappens() {
        String orderId = counterfoil.orders().place(counterfoil.orders().request());
        counterfoil.orders().awaitState(orderId, "COMPLETED");
        counterfoil.gateway().payInFull(counterfoil.orders().invoice(orderId));
        counterfoil
                .anonymous(Endpoint.BILLING)
                .send("POST", "/hooks/stripe", "{}")
                .expect(400, 401);
        counterfoil.books().balance();
    }

    private Set<String> measured() {
        return Part.servers().stream()
                .flatMap(server -> counterfoil
                        .anonymous(server.endpoint())
                        .get("/metrics")
                        .expect(200)
                        .text()
                        .lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .flatMap(name -> List.of(name, name.replaceFirst("_(bucket|sum|count)$", "")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
