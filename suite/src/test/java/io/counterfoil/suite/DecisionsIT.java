package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people may decide of an exception, through the same door in every service; here at each that listens to billing. */
class DecisionsIT {
    private final Counterfoil counterfoil = Counterfoil.running();

    @Test
    void an_exception_is_taken_on_edited_by_two_and_in_the_end_waived_by_two() {
        Poison poison = Poison.send(counterfoil);
        for (Endpoint service : Poison.CONSUMERS) {
            JsonNode parked = new Workbench(counterfoil, service)
                    .awaitOpen(poison.subject(), 1)
                    .get(0);
            decide(service, "/v1/exceptions/" + parked.path("id").asText());
        }
        counterfoil.books().balance();
    }

    @Test
    void what_two_people_have_mended_has_its_effect_once() {
        Customers customers = new Customers(counterfoil);
        String customer = Customers.id(customers.say(Customers.reference("crm"), customers.company()));
        Poison poison = Poison.send(counterfoil, "payment.settled");
        Workbench parked = new Workbench(counterfoil, Endpoint.CUSTOMER);
        String exception = "/v1/exceptions/"
                + parked.awaitOpen(poison.subject(), 1).get(0).path("id").asText();
        Client maker = counterfoil.as(Endpoint.CUSTOMER, "operator");
        Client checker = counterfoil.as(Endpoint.CUSTOMER, "operator", "checker@counterfoil.example");
        maker.post(exception + "/edit", edit(settled(poison.subject(), customer)))
                .expect(200);
        maker.send("POST", exception + "/approval", null).expect(403);
        assertThat(unapplied(customer)).as("one person alone changes nothing").isEmpty();

        JsonNode mended =
                checker.send("POST", exception + "/approval", null).expect(200).json();
        assertThat(mended.path("state").asText()).isEqualTo("RESOLVED");
        assertThat(mended.path("edited").asBoolean()).isTrue();
        assertThat(unapplied(customer)).isEqualTo("119.00");
        maker.send("POST", exception + "/replay", null).expect(200);
        poison.sendAgain(counterfoil);
        counterfoil.stack().time().settle();
        assertThat(unapplied(customer)).as("however often it comes").isEqualTo("119.00");
        for (Endpoint other : List.of(Endpoint.LEDGER, Endpoint.WAREHOUSE)) {
            Workbench workbench = new Workbench(counterfoil, other);
            JsonNode one = workbench.awaitOpen(poison.subject(), 1).get(0);
            workbench.waive(one.path("id").asText(), "sent by a test");
        }
        counterfoil.books().balance();
    }

    private static String settled(String payment, String customer) {
        return """
                {"paymentId":"%s","customerId":"%s","legalEntityId":"US01","currency":"USD","applications":[],
                 "amount":{"amount":"119.00","currency":"USD"},"unappliedAmount":{"amount":"119.00","currency":"USD"}}
                """
                .formatted(payment, customer);
    }

    private String unapplied(String customer) {
        return counterfoil
                .as(Endpoint.CUSTOMER, "finance")
                .get("/v1/customers/" + customer + "/credit")
                .expect(200)
                .json()
                .at("/own/0/unappliedCash/amount")
                .asText();
    }

    private void decide(Endpoint service, String exception) {
        Client maker = counterfoil.as(service, "operator");
        Client checker = counterfoil.as(service, "operator", "checker@counterfoil.example");
        assertThat(maker.get(exception).expect(200).json().path("state").asText())
                .isEqualTo("OPEN");
        maker.get(exception + "/original").expect(200);
        maker.post(exception + "/assignment", Map.of("assignee", "maker@counterfoil.example"))
                .expect(200);
        maker.post(exception + "/edit", edit("still no JSON")).expect(200);
        maker.send("POST", exception + "/approval", null).expect(403);
        checker.send("POST", exception + "/approval", null).expect(200, 422);
        maker.post(exception + "/waiver", Map.of("reason", "sent by a test")).expect(200);
        checker.send("POST", exception + "/approval", null).expect(200);
        maker.send("POST", exception + "/replay", null).expect(409);
    }

    private static Map<String, String> edit(String body) {
        return Map.of("reason", "mended by hand", "body", body);
    }
}
