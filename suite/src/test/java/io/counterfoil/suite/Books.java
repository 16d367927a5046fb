package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What must be true after every scenario, and what the books say of one order. */
record Books(Counterfoil counterfoil) {

    /** Everything is quiet, debit equals credit everywhere, all sides agree to the cent, no letter is dead. */
    void balance() {
        counterfoil.stack().time().settle();
        JsonNode run = reconcile();
        assertSoftly(softly -> {
            softly.assertThat(run.path("drift")).as("drift").isEmpty();
            softly.assertThat(run.path("driftDocuments").asInt())
                    .as("documents that drift")
                    .isZero();
            run.path("pairs").forEach(pair -> pair.path("drift")
                    .forEach(amount -> softly.assertThat(amount.path("amount").asText())
                            .as(pair.path("pair").asText())
                            .matches("0(\\.0+)?")));
            trialBalances().forEach(balance -> softly.assertThat(balance.path("totalDebit"))
                    .as("trial balance of " + balance.path("legalEntityId"))
                    .isEqualTo(balance.path("totalCredit")));
            softly.assertThat(counterfoil.stack().queues().count("dead-letters"))
                    .as("dead letters")
                    .isZero();
        });
    }

    JsonNode reconcile() {
        return counterfoil
                .as(Endpoint.WAREHOUSE, "controller")
                .post("/v1/reconciliations", null)
                .expect(201)
                .json();
    }

    List<JsonNode> trialBalances() {
        JsonNode all = counterfoil
                .as(Endpoint.LEDGER, "controller")
                .get("/v1/trial-balances")
                .expect(200)
                .json();
        return list(all.path("items"));
    }

    /** The journal entries that the invoice caused. */
    List<JsonNode> entriesOf(String invoiceId) {
        return list(counterfoil
                .as(Endpoint.LEDGER, "controller")
                .get("/v1/journal-entries?documentId=" + invoiceId)
                .expect(200)
                .json()
                .path("items"));
    }

    /** One order, one invoice, one journal entry, each fact once in the warehouse. */
    void assertOnce(String orderId) {
        JsonNode invoice = counterfoil.orders().invoice(orderId);
        String invoiceId = invoice.path("invoiceId").asText();
        assertThat(entriesOf(invoiceId)).as("entries of invoice " + invoiceId).hasSize(1);
        assertThat(facts("billings", invoiceId))
                .as("facts of invoice " + invoiceId)
                .isNotEmpty();
    }

    List<JsonNode> facts(String kind, String document) {
        return list(counterfoil
                .as(Endpoint.WAREHOUSE, "controller")
                .get("/v1/facts/" + kind + "?document=" + document)
                .expect(200)
                .json()
                .path("items"));
    }

    Map<String, Long> waiting() {
        return counterfoil.stack().queues().waiting();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
