package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A contract goes on: by itself or by an offer in the CRM, with an uplift, without a gap and without an overlap. */
class RenewalIT {

    /** Short, so that the clock has not far to go. */
    private static final int TERM_MONTHS = 2;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales");

    @Test
    void it_renews_by_itself_with_the_uplift_or_by_a_deal_that_appears_in_the_crm_or_lapses() {
        LocalDate start = counterfoil.orders().today();
        JsonNode auto = contract(direct(start));
        JsonNode offered = contract(deal(start));
        JsonNode lapsing = contract(direct(start));
        LocalDate end = LocalDate.parse(auto.path("endDate").asText());
        terms(auto, "AUTO", "5");
        terms(offered, "QUOTE", "3.5");
        terms(lapsing, "QUOTE", null);
        JsonNode left = contract(direct(start));
        terms(left, "AUTO", null);
        takeBack(left);
        sales.put("/v1/renewal-terms/" + auto.path("contractId").asText(), Map.of("mode", "NONE"))
                .expect(422);
        counterfoil.stack().time().moveTo(end.minusDays(20).atTime(12, 0).toInstant(ZoneOffset.UTC));

        assertThat(awaitState(auto, "RENEWED").path("periodStart").asText()).isEqualTo(end.toString());
        JsonNode offer = awaitState(offered, "OFFERED");
        awaitState(lapsing, "OFFERED");
        assertThat(renewals(left)).as("of a customer who left").isEmpty();
        String record = offer.path("crmRecord").asText();
        assertThat(record).startsWith("006");
        String key = "counterfoil-renewal-" + offer.path("renewalNumber").asText();
        assertThat(counterfoil.crm().opportunity(key).toString()).contains("Renewal of");
        assertThat(counterfoil.crm().win(key)).isEqualTo(record);
        awaitState(offered, "RENEWED");
        sales.post("/v1/renewals/" + offer.path("renewalId").asText() + "/acceptance", null)
                .expect(409);

        counterfoil.stack().time().moveTo(end.plusDays(2).atTime(12, 0).toInstant(ZoneOffset.UTC));
        awaitState(lapsing, "LAPSED");
        assertThat(nets(auto)).containsExactly("120.00", "120.00", "126.00");
        assertThat(nets(offered)).containsExactly("120.00", "120.00", "124.20");
        assertThat(nets(lapsing)).containsExactly("120.00", "120.00");
        for (JsonNode renewed : List.of(auto, offered)) {
            assertThat(starts(renewed))
                    .containsExactly(start.toString(), ends(renewed).get(0), end.toString());
            assertThat(ends(renewed).get(1)).isEqualTo(end.toString());
        }
        assertThat(sales.get("/v1/contracts/" + auto.path("contractId").asText())
                        .expect(200)
                        .json()
                        .path("endDate")
                        .asText())
                .isEqualTo(start.plusMonths(TERM_MONTHS + 12).toString());
        counterfoil.books().balance();
    }

    private String direct(LocalDate start) {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("startDate", start.toString());
        request.put("termMonths", TERM_MONTHS);
        request.put("lines", List.of(Orders.line("PLATFORM-M", "120.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        return order;
    }

    private String deal(LocalDate start) {
        String opportunity =
                counterfoil.crm().win(counterfoil.crm().dealFor(TERM_MONTHS, start.toString(), "LS-PLATFORM-M"));
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> counterfoil
                                .as(Endpoint.ORDER, "operator")
                                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("COMPLETED"))
                .path("orderId")
                .asText();
    }

    private JsonNode contract(String order) {
        return sales.get("/v1/contracts?orderId=" + order).expect(200).json().at("/items/0");
    }

    private void terms(JsonNode contract, String mode, String uplift) {
        Map<String, Object> terms = new HashMap<>(Map.of("mode", mode, "termMonths", 12, "noticeDays", 30));
        if (uplift != null) {
            terms.put("upliftPercent", uplift);
        }
        String path = "/v1/renewal-terms/" + contract.path("contractId").asText();
        sales.put(path, terms).expect(200);
        sales.put(path, terms).expect(428);
        sales.with("If-Match", "\"9\"").put(path, terms).expect(412);
    }

    private void takeBack(JsonNode contract) {
        Client support = counterfoil.as(Endpoint.ORDER, "support");
        String reversal = support.post(
                        "/v1/order-reversals",
                        Map.of(
                                "orderId",
                                contract.path("orderId").asText(),
                                "kind",
                                "COMPENSATION",
                                "reason",
                                "a mistake"))
                .expect(201)
                .json()
                .path("reversalId")
                .asText();
        await("compensation " + reversal).atMost(Duration.ofSeconds(60)).until(() -> support.get(
                        "/v1/order-reversals/" + reversal)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("COMPLETED"));
        JsonNode refused = sales.put(
                        "/v1/renewal-terms/" + contract.path("contractId").asText(),
                        Map.of("mode", "AUTO", "termMonths", 12, "noticeDays", 30))
                .expect(409)
                .json();
        assertThat(refused.path("code").asText()).isEqualTo("contract-is-over");
    }

    private JsonNode renewals(JsonNode contract) {
        return sales.get(
                        "/v1/renewals?contractId=" + contract.path("contractId").asText())
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode awaitState(JsonNode contract, String state) {
        String id = await("renewal of " + contract.path("contractNumber").asText() + " in " + state)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> renewals(contract).path(0),
                        found -> found.path("state").asText().equals(state))
                .path("renewalId")
                .asText();
        return sales.get("/v1/renewals/" + id).expect(200).json();
    }

    private List<String> nets(JsonNode contract) {
        return invoices(contract).stream()
                .map(one -> one.at("/netAmount/amount").asText())
                .toList();
    }

    private List<String> starts(JsonNode contract) {
        return periods(contract, "start");
    }

    private List<String> ends(JsonNode contract) {
        return periods(contract, "end");
    }

    private List<String> periods(JsonNode contract, String bound) {
        List<String> found = new ArrayList<>();
        invoices(contract).forEach(invoice -> invoice.path("lines")
                .forEach(line -> found.add(line.at("/servicePeriod/" + bound).asText())));
        return found;
    }

    /** In the order of their dates. */
    private List<JsonNode> invoices(JsonNode contract) {
        Client finance = counterfoil.as(Endpoint.BILLING, "finance");
        return Books.list(finance.get("/v1/invoices?orderId="
                                + contract.path("orderId").asText())
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(one -> finance.get("/v1/invoices/" + one.path("invoiceId").asText())
                        .expect(200)
                        .json())
                .sorted(Comparator.comparing(one -> one.path("issueDate").asText()))
                .toList();
    }
}
