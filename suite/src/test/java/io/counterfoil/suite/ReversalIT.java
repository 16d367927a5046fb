package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was billed goes back: all of it, from a day on, or some goods; and every book comes to what it should. */
class ReversalIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client support = counterfoil.as(Endpoint.ORDER, "support", "asks@counterfoil.example");
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");

    @Test
    void a_compensated_order_comes_to_nothing_in_every_book_and_the_crm_is_told() {
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-PLATFORM-Y", "LS-SETUP");
        String opportunity = counterfoil.crm().win(deal);
        String order = completedDeal(opportunity);
        counterfoil.stack().time().move(Period.ofDays(40));
        String reversal = asked(Map.of("orderId", order, "kind", "COMPENSATION", "reason", "the platform refuses it"));
        JsonNode done = awaitState(reversal, "COMPLETED");
        assertThat(counterfoil.orders().order(order).path("state").asText()).isEqualTo("CANCELLED");
        await("the CRM is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> counterfoil.crm().opportunity(deal).toString().contains("CANCELLED"));
        counterfoil.stack().time().settle();
        assertThat(open(order)).as("open receivables").isEqualByComparingTo("0");
        assertThat(earnedAndDeferred(done.path("contractId").asText()))
                .as("revenue and deferred revenue of the contract")
                .isEqualByComparingTo("0");
        counterfoil.books().balance();
        assertThat(support.post(
                                "/v1/order-reversals",
                                Map.of("orderId", order, "kind", "COMPENSATION", "reason", "again"))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("already-taken-back");
    }

    @Test
    void a_cancellation_gives_back_the_days_that_are_not_served() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("PLATFORM-Y", "1200.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        counterfoil.stack().time().move(Period.ofDays(10));
        String reversal = asked(Map.of("orderId", order, "kind", "CANCELLATION", "reason", "the customer moved away"));
        JsonNode done = awaitState(reversal, "COMPLETED");
        assertThat(done.path("documents")).hasSize(1);
        JsonNode taken = finance.get(
                        "/v1/invoices/" + done.at("/documents/0/documentId").asText())
                .expect(200)
                .json();
        assertThat(new BigDecimal(taken.at("/netAmount/amount").asText())).isNegative();
        assertThat(counterfoil.orders().order(order).path("state").asText()).isEqualTo("CANCELLED");
        counterfoil.books().balance();
    }

    @Test
    void a_return_is_authorised_by_another_credited_and_refunded() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("SETUP", "500.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        JsonNode invoice = counterfoil.orders().invoice(order);
        String id = invoice.path("invoiceId").asText();
        counterfoil.gateway().payInFull(invoice);
        await("paid").atMost(Duration.ofSeconds(30)).until(() -> finance.get("/v1/invoices/" + id)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("PAID"));
        String line = finance.get("/v1/invoices/" + id)
                .expect(200)
                .json()
                .at("/lines/0/lineId")
                .asText();
        Map<String, Object> wanted = new HashMap<>(Map.of("orderId", order, "kind", "RETURN", "invoiceId", id));
        wanted.put("reason", "it did not fit");
        wanted.put("lines", List.of(Map.of("lineId", line)));
        wanted.put("refund", Map.of("paymentId", payment(order)));
        String reversal = asked(wanted);
        assertThat(support.post("/v1/order-reversals/" + reversal + "/decision", Map.of("authorised", true))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("own-return");
        counterfoil
                .as(Endpoint.ORDER, "support", "authorises@counterfoil.example")
                .post("/v1/order-reversals/" + reversal + "/decision", Map.of("authorised", true))
                .expect(200);
        JsonNode done = awaitState(reversal, "COMPLETED");
        assertThat(done.path("documents").findValuesAsText("type")).containsExactly("CREDIT_MEMO", "REFUND");
        counterfoil.books().balance();
    }

    @Test
    void a_return_that_is_not_authorised_changes_nothing_and_what_was_not_billed_is_not_taken_back() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("SETUP", "500.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        String id = counterfoil.orders().invoice(order).path("invoiceId").asText();
        Map<String, Object> wanted = new HashMap<>(Map.of("orderId", order, "kind", "RETURN", "invoiceId", id));
        wanted.put("reason", "changed my mind");
        support.post("/v1/order-reversals", wanted).expect(422);
        wanted.put("lines", List.of(Map.of("lineId", UUID.randomUUID().toString())));
        String reversal = asked(wanted);
        assertThat(counterfoil
                        .as(Endpoint.ORDER, "finance", "authorises@counterfoil.example")
                        .post("/v1/order-reversals/" + reversal + "/decision", Map.of("authorised", false))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("REJECTED");
        Map<String, Object> later = counterfoil.orders().request();
        later.put("startDate", counterfoil.orders().today().plusMonths(2).toString());
        String unbilled = counterfoil.orders().place(later);
        counterfoil.orders().awaitState(unbilled, "AWAITING_ACTIVATION");
        assertThat(support.post(
                                "/v1/order-reversals",
                                Map.of("orderId", unbilled, "kind", "CANCELLATION", "reason", "too early"))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("nothing-billed");
        counterfoil.books().balance();
    }

    private String asked(Map<String, ?> wanted) {
        return support.post("/v1/order-reversals", wanted)
                .expect(201)
                .json()
                .path("reversalId")
                .asText();
    }

    /** What is open of an order's invoices, below zero where they were credited. */
    private BigDecimal open(String order) {
        return Books.list(finance.get("/v1/invoices?orderId=" + order)
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(one -> new BigDecimal(one.at("/openAmount/amount").asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Over all entries of a contract: what its revenue accounts and its deferred revenue come to. */
    private BigDecimal earnedAndDeferred(String contract) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode entry : Books.list(counterfoil
                .as(Endpoint.LEDGER, "controller")
                .get("/v1/journal-entries?contractId=" + contract + "&limit=500")
                .expect(200)
                .json()
                .path("items"))) {
            for (JsonNode posting : entry.path("postings")) {
                String account = posting.path("accountName").asText().toLowerCase();
                if (account.contains("revenue") || account.contains("deferred") || account.contains("credit notes")) {
                    BigDecimal amount =
                            new BigDecimal(posting.at("/amount/amount").asText());
                    sum = posting.path("side").asText().equals("CREDIT") ? sum.add(amount) : sum.subtract(amount);
                }
            }
        }
        return sum;
    }

    private String payment(String order) {
        String customer = counterfoil.orders().order(order).path("customerId").asText();
        return finance.get("/v1/payments?customerId=" + customer)
                .expect(200)
                .json()
                .at("/items/0/paymentId")
                .asText();
    }

    private String completedDeal(String opportunity) {
        Client operator = counterfoil.as(Endpoint.ORDER, "operator");
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("COMPLETED"))
                .path("orderId")
                .asText();
    }

    private JsonNode awaitState(String reversal, String state) {
        return await("reversal " + reversal + " in " + state)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> support.get("/v1/order-reversals/" + reversal)
                                .expect(200)
                                .json(),
                        found -> found.path("state").asText().equals(state));
    }
}
