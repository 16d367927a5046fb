package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write that the CRM refuses can be given up by two people, and what comes later is written again. */
class WaivedWriteBackIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Api crm = counterfoil.stack().anonymous(Endpoint.SALESFORCE);

    @AfterEach
    void the_crm_is_well_again() {
        crm.put("/control/faults", Map.of()).expect(204);
        counterfoil.books().balance();
    }

    @Test
    void after_a_waived_write_back_later_news_reaches_the_crm() {
        String deal = counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-SETUP");
        String orderId = completed(counterfoil.crm().win(deal));
        JsonNode invoice = counterfoil.orders().invoice(orderId);

        crm.put("/control/faults", Map.of("failNext", 1, "failStatus", 400)).expect(204);
        counterfoil.gateway().pay(invoice, "100.00");
        Workbench workbench = new Workbench(counterfoil, Endpoint.ORDER);
        JsonNode refused = workbench.awaitOpen(orderId, 1).get(0);
        assertThat(refused.path("class").asText()).isEqualTo("DOWNSTREAM_REFUSED");
        workbench.waive(refused.path("id").asText(), "the account team knows");

        counterfoil.gateway().payInFull(counterfoil.orders().invoice(orderId));
        await("the payment in the CRM")
                .atMost(Duration.ofSeconds(30))
                .until(() -> counterfoil.crm().opportunity(deal).toString().contains("\"PAID\""));
    }

    private String completed(String opportunity) {
        Client operator = counterfoil.as(Endpoint.ORDER, "operator");
        JsonNode process = await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        found -> found.path("state").asText().equals("COMPLETED"));
        return process.path("orderId").asText();
    }
}
