package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A timeline made short: one row for each document, with what happened to it. A journal entry stands with the document that
 * it posts, a contract with its order. Days are those of the legal entity.
 */
final class Story {

    /** One document's life: the day on which it appeared, what it is, its number, what happened, its amount. */
    record Row(String day, String kind, String number, String events, String amount) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int LONGEST_NUMBER = 18;

    private final ZoneId zone;
    private final Map<String, String> paymentNumbers = new HashMap<>();
    private final Map<String, List<JsonNode>> documents = new LinkedHashMap<>();

    private Story(ZoneId zone) {
        this.zone = zone;
    }

    static List<Row> rows(JsonNode timeline, ZoneId zone) {
        Story story = new Story(zone);
        JsonNode steps = timeline.path("steps");
        steps.forEach(story::remember);
        steps.forEach(step -> story.documents
                .computeIfAbsent(story.document(step), key -> new ArrayList<>())
                .add(step));
        return story.documents.entrySet().stream()
                .map(entry -> story.row(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Only some of a payment's events carry its number. */
    private void remember(JsonNode step) {
        if (kind(step).equals("PAYMENT") && step.has("documentNumber")) {
            paymentNumbers.put(id(step), step.path("documentNumber").asText());
        }
    }

    /** The kind and number of the document to whose life the step belongs. */
    private String document(JsonNode step) {
        return switch (kind(step)) {
            case "JOURNAL_ENTRY" -> posted(step);
            case "PAYMENT" -> "PAYMENT " + paymentNumbers.getOrDefault(id(step), id(step));
            case "REVENUE" -> "REVENUE " + id(step);
            case "ORDER", "CONTRACT" -> "ORDER";
            default -> kind(step) + " " + step.path("documentNumber").asText(id(step));
        };
    }

    private String posted(JsonNode entry) {
        String[] cause = entry.path("detail").asText().split(" ", 2);
        return switch (cause[0]) {
            case "RECOGNITION" -> "REVENUE " + id(entry);
            case "PAYMENT_APPLICATION" -> "PAYMENT " + paymentNumbers.getOrDefault(cause[1], cause[1]);
            default -> entry.path("detail").asText();
        };
    }

    private Row row(String document, List<JsonNode> steps) {
        List<String> events = new ArrayList<>();
        String amount = "";
        String number = "";
        for (JsonNode step : steps) {
            String event = event(step);
            if (events.isEmpty() || !events.get(events.size() - 1).equals(event)) {
                events.add(event);
            }
            amount = amount.isEmpty() ? amount(step) : amount;
            number = number.isEmpty() ? number(step) : number;
        }
        Instant first = Instant.parse(steps.get(0).path("time").asText());
        String kind = document.split(" ")[0].toLowerCase();
        return new Row(DAY.format(first.atZone(zone)), kind, shortened(number), String.join(" · ", events), amount);
    }

    private static String event(JsonNode step) {
        String name = step.path("event").asText();
        String verb = name.substring(name.indexOf('.') + 1);
        return switch (kind(step)) {
            case "JOURNAL_ENTRY", "CONTRACT" ->
                verb + " " + step.path("documentNumber").asText();
            default -> verb;
        };
    }

    /** Of recognised revenue the product; a journal entry and a contract stand with another document. */
    private static String number(JsonNode step) {
        return switch (kind(step)) {
            case "REVENUE" -> step.path("detail").asText().split(" ")[0];
            case "JOURNAL_ENTRY", "CONTRACT" -> "";
            default -> step.path("documentNumber").asText();
        };
    }

    private static String amount(JsonNode step) {
        JsonNode money = step.path("amount");
        return money.isObject()
                ? Table.grouped(money.path("amount").asText()) + " "
                        + money.path("currency").asText()
                : "";
    }

    private static String kind(JsonNode step) {
        return step.path("documentType").asText(step.path("context").asText());
    }

    private static String id(JsonNode step) {
        return step.path("documentId").asText();
    }

    /** The gateway's references are long and mean nothing. */
    private static String shortened(String number) {
        return number.length() > LONGEST_NUMBER ? number.substring(0, LONGEST_NUMBER - 3) + "…" : number;
    }
}
