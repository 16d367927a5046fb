package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said twice happens once. */
class DuplicatesIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void five_equal_notifications_at_once_make_one_order_one_invoice_and_one_entry() {
        String deal = counterfoil.crm().deal(orders.today().toString(), "LS-PLATFORM-Y", "LS-SETUP");
        String opportunity = counterfoil.crm().win(deal);
        counterfoil.crm().repeat(opportunity, 5).forEach(delivery -> assertThat(
                        delivery.path("acknowledged").asBoolean())
                .as("%s", delivery)
                .isTrue());

        JsonNode process = await().atMost(Duration.ofSeconds(60))
                .until(() -> processes(opportunity), found -> found.size() > 0)
                .get(0);
        String orderId = process.path("orderId").asText();
        orders.awaitState(orderId, "COMPLETED");
        counterfoil.crm().repeat(opportunity, 5);
        counterfoil.stack().time().settle();

        assertThat(processes(opportunity)).hasSize(1);
        counterfoil.books().assertOnce(orderId);
        JsonNode told = counterfoil.crm().opportunity(deal);
        JsonNode order = orders.order(orderId);
        assertThat(told.path("Counterfoil_Order_Number__c")).isEqualTo(order.path("orderNumber"));
        assertThat(told.path("Counterfoil_Invoice_Number__c"))
                .isEqualTo(orders.invoice(orderId).path("invoiceNumber"));
        assertThat(counterfoil.crm().contradictions(opportunity)).isEmpty();
    }

    @Test
    void fifty_equal_orders_at_once_make_one_order_and_get_fifty_equal_answers() {
        Client portal = counterfoil
                .as(Endpoint.ORDER, "partner")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> request = orders.request();
        List<CompletableFuture<Reply>> calls = IntStream.range(0, 50)
                .mapToObj(i -> portal.sendAsync("POST", "/v1/orders", request))
                .toList();
        List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream().map(Reply::text).distinct()).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.header("ETag")).distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> "true".equals(reply.header("Idempotency-Hit"))))
                .hasSize(49);
        String orderId = replies.get(0).json().path("orderId").asText();
        orders.awaitState(orderId, "COMPLETED");
        counterfoil.books().assertOnce(orderId);
        assertThat(ordersOf(request)).hasSize(1);

        Map<String, Object> other = new HashMap<>(request);
        other.put("termMonths", 24);
        Reply refused = portal.post("/v1/orders", other).expect(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("idempotency-key-reused");
        assertThat(ordersOf(request)).hasSize(1);
    }

    @Test
    void a_refused_order_leaves_its_key_free_for_the_corrected_one() {
        Client portal = counterfoil
                .as(Endpoint.ORDER, "partner")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> wrong = orders.request();
        wrong.put("currency", "EUR");
        portal.post("/v1/orders", wrong).expect(422);
        wrong.put("currency", "USD");
        String orderId = portal.post("/v1/orders", wrong)
                .expect(201)
                .json()
                .path("orderId")
                .asText();
        orders.awaitState(orderId, "COMPLETED");
    }

    private List<JsonNode> processes(String opportunity) {
        return Books.list(counterfoil
                .as(Endpoint.ORDER, "operator")
                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                .expect(200)
                .json()
                .path("items"));
    }

    private List<JsonNode> ordersOf(Map<String, Object> request) {
        String reference =
                ((Map<?, ?>) request.get("externalReference")).get("id").toString();
        return Books.list(counterfoil
                .as(Endpoint.ORDER, "operator")
                .get("/v1/orders?externalId=" + reference)
                .expect(200)
                .json()
                .path("items"));
    }
}
