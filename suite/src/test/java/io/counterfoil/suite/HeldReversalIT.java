package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a second person refuses in billing holds the return that asked for it, until somebody asks again. */
class HeldReversalIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client support = counterfoil.as(Endpoint.ORDER, "support", "asks@counterfoil.example");
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance", "decides@counterfoil.example");

    @Test
    void a_refused_memo_is_an_exception_of_finance_and_another_one_is_written_by_its_replay() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Map.of("productId", "SETUP", "quantity", "30", "unitPrice", "500.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        String reversal = returned(order);
        String first = memo(reversal, 0);
        decided(first, false);
        awaitState(reversal, "HELD");
        Workbench desk = new Workbench(counterfoil, Endpoint.ORDER);
        JsonNode exception = desk.awaitOpen(reversal, 1).get(0);
        assertThat(exception.path("owner").asText()).isEqualTo("finance");
        assertThat(exception.path("code").asText()).isEqualTo("turned-down-in-billing");
        desk.replay(exception.path("id").asText()).expect(200);
        String second = memo(reversal, 1);
        assertThat(second).isNotEqualTo(first);
        decided(second, true);
        JsonNode done = awaitState(reversal, "COMPLETED");
        assertThat(done.path("documents").findValuesAsText("refused")).containsExactly("true");
        counterfoil.books().balance();
    }

    /** A return of all that its invoice says, authorised by another. */
    private String returned(String order) {
        String invoice = counterfoil.orders().invoice(order).path("invoiceId").asText();
        String line = finance.get("/v1/invoices/" + invoice)
                .expect(200)
                .json()
                .at("/lines/0/lineId")
                .asText();
        Map<String, Object> wanted = new HashMap<>(Map.of("orderId", order, "kind", "RETURN", "invoiceId", invoice));
        wanted.put("reason", "it did not fit");
        wanted.put("lines", List.of(Map.of("lineId", line)));
        String reversal = support.post("/v1/order-reversals", wanted)
                .expect(201)
                .json()
                .path("reversalId")
                .asText();
        counterfoil
                .as(Endpoint.ORDER, "support", "authorises@counterfoil.example")
                .post("/v1/order-reversals/" + reversal + "/decision", Map.of("authorised", true))
                .expect(200);
        return reversal;
    }

    private String memo(String reversal, int round) {
        return await("memo " + round + " of reversal " + reversal)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> reversal(reversal).at("/documents/" + round + "/documentId"),
                        found -> !found.isMissingNode())
                .asText();
    }

    private void decided(String memo, boolean approved) {
        finance.post("/v1/credit-memos/" + memo + "/decision", Map.of("approved", approved))
                .expect(200);
    }

    private JsonNode reversal(String id) {
        return support.get("/v1/order-reversals/" + id).expect(200).json();
    }

    private JsonNode awaitState(String reversal, String state) {
        return await("reversal " + reversal + " in " + state)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> reversal(reversal),
                        found -> found.path("state").asText().equals(state));
    }
}
