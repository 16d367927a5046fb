package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A timeline made short: one row for each document, with what happened to it, in the order in which documents appeared. */
record Story(List<Row> rows) {

    /** One document's life: the day on which it appeared, what it is, its number, what happened, its amount. */
    record Row(String day, String kind, String number, String events, String amount) {}

    static Story of(JsonNode timeline) {
        Map<String, List<JsonNode>> documents = new LinkedHashMap<>();
        for (JsonNode step : timeline.path("steps")) {
            documents.computeIfAbsent(document(step), key -> new ArrayList<>()).add(step);
        }
        return new Story(documents.values().stream().map(Story::row).toList());
    }

    private static String document(JsonNode step) {
        String kind = step.path("documentType").asText(step.path("context").asText());
        return kind + " "
                + step.path("documentNumber").asText(step.path("documentId").asText());
    }

    private static Row row(List<JsonNode> steps) {
        JsonNode first = steps.get(0);
        List<String> events = new ArrayList<>();
        String amount = "";
        for (JsonNode step : steps) {
            String event = step.path("event").asText();
            String verb = event.substring(event.indexOf('.') + 1);
            if (events.isEmpty() || !events.get(events.size() - 1).equals(verb)) {
                events.add(verb);
            }
            JsonNode money = step.path("amount");
            amount = money.isObject()
                    ? Table.grouped(money.path("amount").asText()) + " "
                            + money.path("currency").asText()
                    : amount;
        }
        String kind = first.path("documentType").asText(first.path("context").asText());
        return new Row(
                first.path("time").asText().substring(5, 10),
                kind.toLowerCase().replace('_', ' '),
                shortened(first.path("documentNumber").asText("")),
                String.join(" · ", events),
                amount);
    }

    /** The gateway's references are long and mean nothing. */
    private static String shortened(String number) {
        return number.length() > 18 ? number.substring(0, 15) + "…" : number;
    }
}
