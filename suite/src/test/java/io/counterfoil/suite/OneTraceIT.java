package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.SpanReceiver.Seen;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A business transaction is one trace through all services, over HTTP and over the broker. */
class OneTraceIT {
    private static final Random RANDOM = new Random();

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void spans_of_all_five_services_hang_together_under_the_callers_trace() {
        String traceId = hex(16);
        String callersSpan = hex(8);
        String orderId = counterfoil
                .as(Endpoint.ORDER, "partner")
                .with("traceparent", "00-" + traceId + "-" + callersSpan + "-01")
                .post("/v1/orders", orders.request())
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        orders.awaitState(orderId, "COMPLETED");

        Set<String> all = Part.servers().stream().map(Part::label).collect(Collectors.toSet());
        List<Seen> spans = await("spans of all services under trace " + traceId)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> SharedStack.spans().ofTrace(traceId),
                        seen -> services(seen).containsAll(all) && hangTogether(seen, callersSpan));

        assertThat(spans)
                .anyMatch(span -> span.kind() == SpanKind.SPAN_KIND_SERVER
                        && span.parentId().equals(callersSpan));
        assertThat(spans)
                .as("over HTTP, order to customer")
                .anyMatch(span -> span.service().equals("customer-service")
                        && span.kind() == SpanKind.SPAN_KIND_SERVER
                        && parentService(span, spans).equals("order-service"));
        assertThat(spans)
                .as("over the broker, billing to ledger")
                .anyMatch(span -> span.service().equals("ledger-service")
                        && span.kind() == SpanKind.SPAN_KIND_CONSUMER
                        && parentService(span, spans).equals("billing-service")
                        && span.linkedSpans().contains(span.parentId()));
        assertThat(spans)
                .as("found by the order and its correlation, in every service but that of the customer")
                .filteredOn(span -> span.attributes()
                                .getOrDefault("counterfoil.order_id", "")
                                .equals(orderId)
                        && span.attributes().containsKey("counterfoil.correlation_id"))
                .extracting(Seen::service)
                .contains("order-service", "billing-service", "ledger-service", "warehouse-feed");
        String invoiceId = orders.invoice(orderId).path("invoiceId").asText();
        assertThat(spans)
                .as("found by the invoice")
                .anyMatch(span -> invoiceId.equals(span.attributes().get("counterfoil.invoice_id")));
    }

    @Test
    void the_timeline_is_found_by_the_trace_id() {
        String traceId = hex(16);
        String orderId = counterfoil
                .as(Endpoint.ORDER, "partner")
                .with("traceparent", "00-" + traceId + "-" + hex(8) + "-01")
                .post("/v1/orders", orders.request())
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        orders.awaitState(orderId, "COMPLETED");
        counterfoil.stack().time().settle();
        var timeline = counterfoil
                .as(Endpoint.WAREHOUSE, "support")
                .get("/v1/timelines/" + traceId)
                .expect(200)
                .json();
        assertThat(timeline.path("orders").path(0).path("orderId").asText()).isEqualTo(orderId);
        assertThat(timeline.path("missing")).isEmpty();
    }

    @Test
    void no_span_tells_a_secret_or_who_our_customers_are() {
        var secrets = counterfoil.stack().access().secrets();
        Set<String> forbidden = new HashSet<>(Set.of(
                secrets.of("salesforce.hook"),
                secrets.of("stripe.webhook"),
                "billing@account-",
                "Sample Account 0",
                "1 Sample Street"));
        Part.servers().forEach(server -> forbidden.add(secrets.database(server)));
        SharedStack.spans().watchFor(forbidden);
        String orderId = wonDeal();
        orders.awaitState(orderId, "COMPLETED");
        counterfoil.stack().time().settle();

        Set<String> all = Part.servers().stream().map(Part::label).collect(Collectors.toSet());
        await("spans of all services about order " + orderId)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> traces(orderId)
                        .anyMatch(trace ->
                                services(SharedStack.spans().ofTrace(trace)).containsAll(all)));
        assertThat(SharedStack.spans().leaks()).isEmpty();
    }

    private String wonDeal() {
        String opportunity =
                counterfoil.crm().win(counterfoil.crm().deal(orders.today().toString(), "LS-PLATFORM-Y", "LS-SETUP"));
        return await("order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(() -> processes(opportunity), found -> found.size() > 0)
                .path(0)
                .path("orderId")
                .asText();
    }

    private JsonNode processes(String opportunity) {
        return counterfoil
                .as(Endpoint.ORDER, "operator")
                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                .expect(200)
                .json()
                .path("items");
    }

    private Stream<String> traces(String orderId) {
        JsonNode timeline = counterfoil
                .as(Endpoint.WAREHOUSE, "support")
                .get("/v1/timelines/" + orderId)
                .expect(200)
                .json();
        List<String> ids = new ArrayList<>();
        timeline.path("traceIds").forEach(id -> ids.add(id.asText()));
        return ids.stream();
    }

    private static boolean hangTogether(List<Seen> spans, String callersSpan) {
        Map<String, Seen> byId = spans.stream().collect(Collectors.toMap(Seen::spanId, span -> span, (a, b) -> a));
        return spans.stream()
                .allMatch(span -> span.parentId().equals(callersSpan) || byId.containsKey(span.parentId()));
    }

    private static Set<String> services(List<Seen> spans) {
        return spans.stream().map(Seen::service).collect(Collectors.toSet());
    }

    private static String parentService(Seen span, List<Seen> spans) {
        return spans.stream()
                .filter(other -> other.spanId().equals(span.parentId()))
                .map(Seen::service)
                .findFirst()
                .orElse("");
    }

    private static String hex(int bytes) {
        byte[] id = new byte[bytes];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
