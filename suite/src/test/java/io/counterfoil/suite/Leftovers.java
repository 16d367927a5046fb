package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is left in any book of an order that was taken back: nothing. */
record Leftovers(Counterfoil counterfoil) {

    void assertNone(String order) {
        counterfoil.stack().time().settle();
        assertThat(open(order)).as("open receivables").isEqualByComparingTo("0");
        assertThat(billed(order)).as("billed and credited").isEqualByComparingTo("0");
        assertThat(subscriptions(order)).containsOnly("CANCELLED");
        assertThat(journal(order).values()).as("the journal: " + journal(order)).allMatch(sum -> sum.signum() == 0);
        assertThat(exposure(order)).as("the customer's exposure").isEqualByComparingTo("0");
        counterfoil.books().balance();
    }

    /** Debits less credits by account; revenue and what takes of it are one. Each of these customers has ordered once. */
    Map<String, BigDecimal> journal(String order) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode entry : Books.list(counterfoil
                .as(Endpoint.LEDGER, "controller")
                .get("/v1/journal-entries?limit=200&customerId=" + customer(order))
                .expect(200)
                .json()
                .path("items"))) {
            for (JsonNode posting : entry.path("postings")) {
                String account = posting.path("account").asText();
                BigDecimal amount = new BigDecimal(posting.at("/amount/amount").asText());
                sums.merge(
                        account.startsWith("4") ? "revenue" : account,
                        posting.path("side").asText().equals("DEBIT") ? amount : amount.negate(),
                        BigDecimal::add);
            }
        }
        return sums;
    }

    private BigDecimal exposure(String order) {
        return Books.list(counterfoil
                        .as(Endpoint.CUSTOMER, "finance")
                        .get("/v1/customers/" + customer(order) + "/credit")
                        .expect(200)
                        .json()
                        .path("own"))
                .stream()
                .map(one -> new BigDecimal(one.at("/total/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String customer(String order) {
        return counterfoil.orders().order(order).path("customerId").asText();
    }

    private BigDecimal open(String order) {
        return sum(order, "openAmount");
    }

    /** Payable of all invoices, those below zero too, less the credit memos. */
    BigDecimal billed(String order) {
        BigDecimal credited = BigDecimal.ZERO;
        for (String invoice : invoices(order)) {
            for (JsonNode memo : Books.list(counterfoil
                    .as(Endpoint.BILLING, "finance")
                    .get("/v1/credit-memos?invoiceId=" + invoice)
                    .expect(200)
                    .json()
                    .path("items"))) {
                credited = credited.add(
                        new BigDecimal(memo.at("/totalAmount/amount").asText()));
            }
        }
        return sum(order, "payableAmount").subtract(credited);
    }

    private List<String> invoices(String order) {
        List<String> ids = new ArrayList<>();
        Books.list(list(order)).forEach(one -> ids.add(one.path("invoiceId").asText()));
        return ids;
    }

    private JsonNode list(String order) {
        return counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/invoices?orderId=" + order)
                .expect(200)
                .json()
                .path("items");
    }

    private BigDecimal sum(String order, String amount) {
        return Books.list(list(order)).stream()
                .map(one -> new BigDecimal(one.path(amount).path("amount").asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> subscriptions(String order) {
        return counterfoil
                .as(Endpoint.BILLING, "finance")
                .get("/v1/subscriptions?orderId=" + order)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("state");
    }
}
