package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eleven failures of eleven classes, planted from outside: each is at the desk with its class, its owner and its remedy. */
class PlantedFailuresIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Api crm = counterfoil.stack().anonymous(Endpoint.SALESFORCE);
    private final Client desk = counterfoil.as(Endpoint.WAREHOUSE, "operator");
    private final Map<String, JsonNode> found = new LinkedHashMap<>();

    @AfterEach
    void the_crm_is_well_again() {
        crm.put("/control/faults", Map.of()).expect(204);
    }

    @Test
    void eleven_planted_failures_get_the_eleven_right_classes_owners_and_remedies() throws GeneralSecurityException {
        writeBackRefused();
        crmAway();
        deals();
        Poison poison = poison();
        atTheGateway();
        String quote = waitingTooLong();

        Predicate<JsonNode> poisoned = one -> is(one, "subject", poison.subject());
        owned("POISON", "integration", poisoned, "unreadable-event", "let the producer publish it anew");
        owned("DUPLICATE_CONFLICT", "integration", poisoned, "waits-for-another", "this one follows by itself");
        owned(
                "OVERDUE",
                "sales-operations",
                one -> is(one, "subject", quote),
                "state-lasts-too-long",
                "A replay begins the deadline anew");
        assertThat(found.keySet())
                .containsExactlyInAnyOrder(
                        "MASTER_DATA",
                        "MAPPING",
                        "PRICE",
                        "TAX",
                        "CREDIT",
                        "SCHEMA",
                        "POISON",
                        "DUPLICATE_CONFLICT",
                        "DOWNSTREAM_REFUSED",
                        "DOWNSTREAM_DOWN",
                        "OVERDUE");
        found.values().forEach(one -> assertThat(one.path("reason").asText())
                .as(one.toString())
                .hasSizeGreaterThan(10));
        ended(quote, poison);
    }

    /** Four deals, each wrong in one field. */
    private void deals() {
        String today = counterfoil.orders().today().toString();
        held(
                "MASTER_DATA",
                "revenue-operations",
                "terms-not-sensible",
                "Correct the named term",
                wrong(today, "Opportunity", "\"Term_Months__c\":0"));
        held(
                "MAPPING",
                "revenue-operations",
                "product-not-mapped",
                "Add the product mapping, then replay",
                wrong(today, "OpportunityLineItem", "\"ProductCode\":\"LS-NOBODY-KNOWS\""));
        held(
                "PRICE",
                "sales-operations",
                "price-out-of-tolerance",
                "Correct the price, or widen the tolerance",
                wrong(today, "OpportunityLineItem", "\"UnitPrice\":1.00"));
        held(
                "TAX",
                "tax",
                "tax-attributes-missing",
                "Complete the billing address or the tax registration",
                wrong(today, "Account", "\"BillingState\":null"));
    }

    private String wrong(String start, String type, String field) {
        String deal = counterfoil.crm().deal(start, "LS-SETUP");
        String key = type.equals("OpportunityLineItem") ? deal + ".LS-SETUP" : deal;
        crm.post(
                        "/control/records",
                        Json.read("[{\"type\":\"" + type + "\",\"External_Key__c\":\"" + key + "\"," + field + "}]"))
                .expect(200);
        return counterfoil.crm().win(deal);
    }

    private void held(String trouble, String owner, String code, String remedy, String opportunity) {
        JsonNode process = process(opportunity, "HELD");
        assertThat(process.path("owner").asText())
                .as("the process names who has its exception")
                .isEqualTo(owner);
        String exception = process.path("exceptionId").asText();
        owned(trouble, owner, one -> is(one, "id", exception), code, remedy);
        counterfoil
                .as(Endpoint.ORDER, "operator")
                .post("/v1/orders/" + process.path("orderId").asText() + "/cancellation", Map.of("reason", "a test"))
                .expect(200);
    }

    private void writeBackRefused() {
        String orderId = completed();
        crm.put("/control/faults", Map.of("failNext", 1, "failStatus", 400)).expect(204);
        counterfoil.gateway().pay(counterfoil.orders().invoice(orderId), "100.00");
        new Workbench(counterfoil, Endpoint.ORDER).awaitOpen(orderId, 1);
        crm.put("/control/faults", Map.of()).expect(204);
        owned(
                "DOWNSTREAM_REFUSED",
                "integration",
                one -> is(one, "subject", orderId),
                "refused-by-salesforce",
                "Correct the record, the field or the permission in Salesforce");
        JsonNode refused = desk.post(
                        path(found.get("DOWNSTREAM_REFUSED")) + "/edit", Map.of("reason", "a test", "body", "{}"))
                .expect(409)
                .json();
        assertThat(refused.path("code").asText())
                .as("a step reads what is so when it runs")
                .isEqualTo("edit-has-no-effect");
    }

    /** So often that nobody tries again: all but the last try are counted by us, nobody waits a quarter of an hour. */
    private void crmAway() {
        String orderId = completed();
        crm.put("/control/faults", Map.of("failNext", 10_000, "failStatus", 503))
                .expect(204);
        counterfoil.gateway().pay(counterfoil.orders().invoice(orderId), "100.00");
        BehindOurBack clock = BehindOurBack.in(counterfoil.stack(), Part.ORDER);
        await("it is tried again")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> clock.change(
                        """
                        update step set attempts = 19, due_at = now()
                        where subject = '%s' and kind = 'write-back-to-crm' and state = 'DUE' and attempts > 0
                        """
                                .formatted(orderId)
                                .strip()));
        JsonNode parked =
                new Workbench(counterfoil, Endpoint.ORDER).awaitOpen(orderId, 1).get(0);
        crm.put("/control/faults", Map.of()).expect(204);
        owned(
                "DOWNSTREAM_DOWN",
                "platform",
                one -> is(one, "subject", orderId),
                "step-keeps-failing",
                "See that the other system answers again, then replay");
        new Workbench(counterfoil, Endpoint.ORDER)
                .replay(parked.path("id").asText())
                .expect(200);
    }

    private String completed() {
        String opportunity = counterfoil
                .crm()
                .win(counterfoil.crm().deal(counterfoil.orders().today().toString(), "LS-SETUP"));
        String orderId = process(opportunity, "COMPLETED").path("orderId").asText();
        counterfoil.stack().time().settle();
        return orderId;
    }

    private JsonNode process(String opportunity, String state) {
        return await("the order of " + opportunity)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> counterfoil
                                .as(Endpoint.ORDER, "operator")
                                .get("/v1/processes/quote-to-cash?opportunity=" + opportunity)
                                .expect(200)
                                .json()
                                .at("/items/0"),
                        one -> one.path("state").asText().equals(state));
    }

    private Poison poison() {
        Poison poison = Poison.send(counterfoil);
        new Workbench(counterfoil, Endpoint.LEDGER).awaitOpen(poison.subject(), 1);
        poison.sendFollower(counterfoil);
        new Workbench(counterfoil, Endpoint.LEDGER).awaitOpen(poison.subject(), 2);
        return poison;
    }

    private void atTheGateway() throws GeneralSecurityException {
        WrongMoney gateway = new WrongMoney(counterfoil);
        String id = gateway.brokenWebhook();
        owned(
                "SCHEMA",
                "integration",
                one -> one.toString().contains(id),
                "unreadable-webhook",
                "Compare the end point's API version");
        String payment = gateway.cashOfNobody();
        owned(
                "CREDIT",
                "finance",
                one -> is(one, "subject", payment),
                "unapplied-cash",
                "POST /v1/payments/" + payment + "/applications");
    }

    private String waitingTooLong() {
        Map<String, Object> wanted = new LinkedHashMap<>(counterfoil.orders().request());
        wanted.put("lines", List.of(Map.of("productId", "PLATFORM-Y", "quantity", "1", "unitPrice", "1350.00")));
        String quote = counterfoil
                .as(Endpoint.ORDER, "sales")
                .post("/v1/quotes", wanted)
                .expect(201)
                .json()
                .path("quoteId")
                .asText();
        await("the quote waits for approval").atMost(Duration.ofSeconds(30)).until(() -> counterfoil
                .as(Endpoint.ORDER, "sales")
                .get("/v1/quotes/" + quote)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("AWAITING_APPROVAL"));
        counterfoil.stack().time().move(Period.ofDays(4));
        return quote;
    }

    private void owned(String trouble, String owner, Predicate<JsonNode> which, String code, String remedy) {
        JsonNode one = await(trouble + " at the desk")
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> Books.list(desk.get("/v1/workbench/exceptions?limit=500&open=true&class=" + trouble)
                                        .expect(200)
                                        .json()
                                        .path("items"))
                                .stream()
                                .filter(which)
                                .findFirst()
                                .orElse(null),
                        candidate -> candidate != null);
        assertThat(one.path("owner").asText()).as(trouble).isEqualTo(owner);
        assertThat(one.path("code").asText()).as(trouble).isEqualTo(code);
        assertThat(one.path("remedy").asText()).as(trouble).contains(remedy);
        found.put(trouble, one);
    }

    /** Two people end what is still open, the followers behind their first. */
    private void ended(String quote, Poison poison) {
        counterfoil
                .as(Endpoint.ORDER, "controller", "one@counterfoil.example")
                .post("/v1/quotes/" + quote + "/approvals", Map.of("decision", "REJECT", "comment", "too dear"))
                .expect(200);
        counterfoil.stack().time().settle();
        Client checker = counterfoil.as(Endpoint.WAREHOUSE, "operator", "checker@counterfoil.example");
        for (JsonNode one : Books.list(desk.get("/v1/workbench/exceptions?limit=500&open=true")
                .expect(200)
                .json()
                .path("items"))) {
            if (!is(one, "subject", poison.subject()) && !found.containsValue(one)) {
                continue;
            }
            String path = path(one);
            if (desk.post(path + "/waiver", Map.of("reason", "planted by a test"))
                            .status()
                    == 200) {
                checker.send("POST", path + "/approval", null);
            }
        }
    }

    private static String path(JsonNode one) {
        return "/v1/workbench/exceptions/" + one.path("service").asText() + "/"
                + one.path("id").asText();
    }

    private static boolean is(JsonNode one, String field, String value) {
        return one.path(field).asText().equals(value);
    }
}
