package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the five services say, asked by their public APIs. */
final class Books {

    private static final String PROCESSES = "/v1/processes/quote-to-cash";

    private final Api orders;
    private final Api billing;
    private final Api ledger;
    private final Api warehouse;

    Books(Access access) {
        orders = access.client(Endpoint.ORDER, "operator");
        billing = access.client(Endpoint.BILLING, "finance");
        ledger = access.client(Endpoint.LEDGER, "controller");
        warehouse = access.client(Endpoint.WAREHOUSE, "controller");
    }

    /** Every process that came from an opportunity: there must never be two. */
    List<JsonNode> processesOf(String opportunityId) {
        return items(orders.get(PROCESSES + "?opportunity=" + opportunityId));
    }

    JsonNode process(String orderId) {
        return orders.get(PROCESSES + "/" + orderId).expect(200).json();
    }

    JsonNode order(String orderId) {
        return orders.get("/v1/orders/" + orderId).expect(200).json();
    }

    List<JsonNode> invoices(String orderId) {
        return items(billing.get("/v1/invoices?orderId=" + orderId)).stream()
                .map(invoice -> billing.get(
                                "/v1/invoices/" + invoice.path("invoiceId").asText())
                        .expect(200)
                        .json())
                .sorted((a, b) -> a.path("invoiceNumber")
                        .asText()
                        .compareTo(b.path("invoiceNumber").asText()))
                .toList();
    }

    List<JsonNode> schedules(String contractId) {
        return items(ledger.get("/v1/revenue-schedules?limit=200&contractId=" + contractId));
    }

    JsonNode rollForward(String legalEntityId, YearMonth from, YearMonth to) {
        String path = "/v1/reports/deferred-roll-forward?legalEntityId=%s&from=%s&to=%s";
        return ledger.get(path.formatted(legalEntityId, from, to)).expect(200).json();
    }

    JsonNode waterfall(String legalEntityId, YearMonth from, int months) {
        String path = "/v1/reports/revenue-waterfall?legalEntityId=%s&from=%s&months=%d";
        return ledger.get(path.formatted(legalEntityId, from, months))
                .expect(200)
                .json();
    }

    /** The period after its close; where something is in the way, the problem that says what. */
    JsonNode close(String legalEntityId, YearMonth month) {
        String path = "/v1/accounting-periods/%s/%s/closing";
        return ledger.post(path.formatted(legalEntityId, month), Map.of())
                .expect(200, 409)
                .json();
    }

    JsonNode trialBalances() {
        return ledger.get("/v1/trial-balances").expect(200).json().path("items");
    }

    /** The story of a business transaction; empty while the warehouse has not heard of it. */
    Optional<JsonNode> timeline(String orderId) {
        Reply reply = warehouse.get("/v1/timelines/" + orderId).expect(200, 404);
        return reply.status() == 200 ? Optional.of(reply.json()) : Optional.empty();
    }

    JsonNode reconcile() {
        return warehouse.post("/v1/reconciliations", Map.of()).expect(201).json();
    }

    /** A payment by the gateway's reference. */
    JsonNode payment(String gatewayReference) {
        String path = "/v1/payments?gatewayReference=" + gatewayReference;
        return Await.until("payment " + gatewayReference, () -> items(billing.get(path)).stream()
                .findFirst());
    }

    List<JsonNode> openAtBilling(String subject) {
        return items(billing.get("/v1/exceptions?state=OPEN&subject=" + subject));
    }

    private static List<JsonNode> items(Reply reply) {
        return StreamSupport.stream(reply.expect(200).json().path("items").spliterator(), false)
                .toList();
    }
}
