package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.demo.Script.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transactions under way: which order each became, and where its process stands. */
final class Played {

    private final Books books;
    private final Crm crm;
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();

    Played(Books books, Crm crm) {
        this.books = books;
        this.crm = crm;
    }

    /** An order that came by API is known from its answer. */
    void became(Transaction transaction, String orderId) {
        orders.put(transaction.key(), orderId);
    }

    /** Something that the timeline does not say. */
    void note(Transaction transaction, String note) {
        notes.put(transaction.key(), note);
    }

    /** What was noted; null when nothing was. */
    String note(Transaction transaction) {
        return notes.get(transaction.key());
    }

    /** Waits until the process is in the state. */
    JsonNode awaitState(Transaction transaction, String state) {
        return Await.until("'%s' in %s".formatted(transaction.key(), state), () -> process(transaction)
                .filter(process -> process.path("state").asText().equals(state)));
    }

    Optional<JsonNode> process(Transaction transaction) {
        String known = orders.get(transaction.key());
        if (known != null) {
            return Optional.of(books.process(known));
        }
        List<JsonNode> found = books.processesOf(crm.id(transaction.key()));
        found.stream()
                .findFirst()
                .ifPresent(
                        process -> became(transaction, process.path("orderId").asText()));
        return found.stream().findFirst();
    }

    /** Where the transaction stands as far as anybody can tell. */
    JsonNode now(Transaction transaction) {
        try {
            return process(transaction).orElse(Json.MAPPER.createObjectNode());
        } catch (RuntimeException unknown) {
            return Json.MAPPER.createObjectNode().put("state", unknown.getMessage());
        }
    }

    String orderId(Transaction transaction) {
        return process(transaction)
                .map(process -> process.path("orderId").asText())
                .orElseThrow(() -> new Await.Overdue("'" + transaction.key() + "' never became an order"));
    }
}
