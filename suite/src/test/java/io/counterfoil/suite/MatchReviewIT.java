package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever is certain is the same record; of whom it is not certain a person decides, and what waits goes on by itself. */
class MatchReviewIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Customers customers = new Customers(counterfoil);
    private final Client operator = customers.operator();

    @Test
    void the_same_company_written_otherwise_is_the_same_record() {
        Map<String, Object> company = customers.company();
        JsonNode first = customers.say(Customers.reference("crm"), company);
        String name = company.get("legalName").toString();
        for (String spelling : List.of(name.toUpperCase(), name.replace("Inc.", "Incorporated"), "The " + name)) {
            JsonNode again = customers.say(Customers.reference("erp"), Customers.but(company, "legalName", spelling));
            assertThat(Customers.id(again)).as(spelling).isEqualTo(Customers.id(first));
            assertThat(again.path("matchedBy").asText()).isEqualTo("NAME_AND_DOMAIN");
        }
    }

    @Test
    void an_order_of_an_ambiguous_customer_waits_for_a_person_and_then_goes_on_by_itself() {
        Map<String, Object> request = counterfoil.orders().request();
        @SuppressWarnings("unchecked")
        Map<String, Object> buyer = new HashMap<>((Map<String, Object>) request.get("customer"));
        Map<String, Object> known = customers.company();
        String holder = Customers.id(customers.say(Customers.reference("crm"), known));
        buyer.put("legalName", known.get("legalName").toString().replace("Company", "Comapny"));
        buyer.put("email", known.get("email"));
        buyer.remove("taxRegistrations");
        request.put("customer", buyer);
        String orderId = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(orderId, "HELD");

        JsonNode task = taskOf(buyer);
        JsonNode sides = operator.get(path(task)).expect(200).json().path("sides");
        assertThat(sides.path(0).path("goldenRecord").path("customerId").asText())
                .isEqualTo(holder);
        assertThat(sides.path(0).path("differs").toString()).contains("legalName");
        decide(task, Map.of("customerId", holder, "reason", "a slip of the pen"))
                .expect(200);
        counterfoil.orders().awaitCompleted(List.of(orderId));
        assertThat(counterfoil.orders().order(orderId).path("customerId").asText())
                .isEqualTo(holder);
        decide(task, Map.of("customerId", holder, "reason", "again")).expect(409);
        counterfoil.books().balance();
    }

    @Test
    void a_person_may_say_that_it_is_nobody_whom_we_know() {
        Map<String, Object> known = customers.company();
        String holder = Customers.id(customers.say(Customers.reference("crm"), known));
        String reference = Customers.reference("erp");
        Map<String, Object> other = Customers.but(
                known, "legalName", known.get("legalName").toString().replace("Company", "Comapny"));
        customers.integration().put(reference, other).expect(409);
        JsonNode open = open(reference);
        decide(open, Map.of("reason", "neither")).expect(422);
        decide(open, Map.of("newCustomer", true, "reason", "a sister company")).expect(200);
        String made =
                Customers.id(customers.integration().get(reference).expect(200).json());
        assertThat(made).isNotEqualTo(holder);
        assertThat(Customers.id(customers.say(reference, other))).isEqualTo(made);
    }

    private JsonNode taskOf(Map<String, Object> buyer) {
        @SuppressWarnings("unchecked")
        Map<String, Object> reference = (Map<String, Object>) buyer.get("reference");
        return open("/v1/customers/by-reference/portal/" + reference.get("id"));
    }

    private JsonNode open(String referencePath) {
        String id = referencePath.substring(referencePath.lastIndexOf('/') + 1);
        return customers.items("/v1/match-reviews?state=OPEN&limit=200").stream()
                .filter(task -> task.path("reference").path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private io.counterfoil.suite.client.Reply decide(JsonNode task, Map<String, Object> decision) {
        return counterfoil.as(Endpoint.CUSTOMER, "support").post(path(task) + "/decision", decision);
    }

    private static String path(JsonNode task) {
        return "/v1/match-reviews/" + task.path("reviewId").asText();
    }
}
