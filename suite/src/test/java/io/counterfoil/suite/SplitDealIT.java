package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deal over two legal entities becomes two contracts that together are worth the deal. */
class SplitDealIT {

    private static final String OTHER = "US04";
    private static boolean added;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client operator = counterfoil.as(Endpoint.ORDER, "operator");

    @Test
    void a_deal_of_the_crm_is_split_with_its_sum_preserved() {
        otherEntity();
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-PLATFORM-Y", "LS-SETUP");
        counterfoil
                .stack()
                .anonymous(Endpoint.SALESFORCE)
                .post(
                        "/control/records",
                        Json.read(
                                "[{\"type\":\"OpportunityLineItem\",\"External_Key__c\":\"%s.LS-SETUP\",\"Legal_Entity__c\":\"%s\"}]"
                                        .formatted(deal, OTHER)))
                .expect(200);
        String opportunity = counterfoil.crm().win(deal);
        JsonNode process = await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("COMPLETED"));
        splitAsItShould(process.path("orderId").asText(), "1700.00");
        shownAsAWhole(deal, process.path("orderId").asText());
    }

    /** The CRM shows every part with its state and its invoice, and the sum of all. */
    private void shownAsAWhole(String deal, String first) {
        List<String> orders = operator.get("/v1/orders/" + first + "/deal")
                .expect(200)
                .json()
                .path("parts")
                .findValuesAsText("orderId");
        JsonNode shown = await("the CRM shows the whole deal")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> counterfoil.crm().opportunity(deal),
                        found -> found.path("Counterfoil_Order_Status__c")
                                        .asText()
                                        .equals("COMPLETED")
                                && found.path("Counterfoil_Posting_Status__c")
                                        .asText()
                                        .equals("POSTED"));
        BigDecimal sum = BigDecimal.ZERO;
        for (String order : orders) {
            JsonNode invoice = counterfoil.orders().invoice(order);
            String number = invoice.path("invoiceNumber").asText();
            assertThat(shown.path("Counterfoil_Invoice_Number__c").asText()).contains(number);
            assertThat(shown.path("Counterfoil_Parts__c").asText())
                    .contains(counterfoil
                                    .orders()
                                    .order(order)
                                    .path("orderNumber")
                                    .asText() + " COMPLETED " + number);
            sum = sum.add(new BigDecimal(invoice.at("/payableAmount/amount").asText()));
        }
        assertThat(shown.path("Counterfoil_Invoice_Total__c").decimalValue()).isEqualByComparingTo(sum);
        assertThat(counterfoil.crm().contradictions(shown.path("Id").asText())).isEmpty();
    }

    @Test
    void an_order_by_api_is_split_and_a_wrong_line_of_any_part_refuses_the_whole() {
        otherEntity();
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("PLATFORM-Y", "1200.00"), soldBy(OTHER, "SETUP", "500.00")));
        splitAsItShould(counterfoil.orders().place(request), "1700.00");
        Map<String, Object> wrong = counterfoil.orders().request();
        wrong.put("lines", List.of(Orders.line("PLATFORM-Y", "1200.00"), soldBy(OTHER, "SETUP", "1.00")));
        JsonNode refused = counterfoil
                .as(Endpoint.ORDER, "partner")
                .post("/v1/orders", wrong)
                .expect(422)
                .json();
        assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/lines/1/unitPrice");
        Map<String, Object> alone = counterfoil.orders().request();
        String order = counterfoil.orders().place(alone);
        assertThat(operator.get("/v1/orders/" + order + "/deal")
                        .expect(200)
                        .json()
                        .path("parts"))
                .hasSize(1);
    }

    @Test
    void each_value_of_an_order_tells_where_it_comes_from() {
        Map<String, Object> request = counterfoil.orders().request();
        request.remove("paymentTermsDays");
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        Map<String, String> sources = new HashMap<>();
        operator.get("/v1/orders/" + order + "/enrichment")
                .expect(200)
                .json()
                .path("values")
                .forEach(one -> sources.put(
                        one.path("attribute").asText(), one.path("source").asText()));
        assertThat(sources)
                .containsEntry("/legalEntityId", "portal")
                .containsEntry("/paymentTermsDays", "usual terms")
                .containsEntry("/customerId", "customer-service")
                .containsEntry("/billTo/name", "customer-service")
                .containsEntry("/lines/0/unitPrice", "portal")
                .containsEntry("/lines/0/planId", "catalogue")
                .containsEntry("/lines/0/revenueTreatment", "catalogue");
        operator.get("/v1/orders/" + java.util.UUID.randomUUID() + "/enrichment")
                .expect(404);
    }

    private void splitAsItShould(String first, String worth) {
        JsonNode deal =
                operator.get("/v1/orders/" + first + "/deal").expect(200).json();
        assertThat(deal.path("parts").findValuesAsText("legalEntityId")).containsExactly("US01", OTHER);
        assertThat(deal.at("/totalContractValue/amount").asText()).isEqualTo(worth);
        deal.path("parts")
                .forEach(part ->
                        counterfoil.orders().awaitState(part.path("orderId").asText(), "COMPLETED"));
        JsonNode done =
                operator.get("/v1/orders/" + first + "/deal").expect(200).json();
        assertThat(done.path("parts").findValuesAsText("contractId"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        done.path("parts").forEach(part -> assertThat(counterfoil
                        .orders()
                        .invoice(part.path("orderId").asText())
                        .path("invoiceNumber")
                        .asText())
                .startsWith(part.path("legalEntityId").asText()));
        counterfoil.books().balance();
    }

    private void otherEntity() {
        if (!added) {
            new LegalEntities(counterfoil).addWithoutRules(OTHER);
            new LegalEntities(counterfoil).addRules(OTHER);
            added = true;
        }
    }

    private static Map<String, Object> soldBy(String entity, String product, String price) {
        Map<String, Object> line = new HashMap<>(Orders.line(product, price));
        line.put("legalEntityId", entity);
        return line;
    }
}
