package io.counterfoil.suite.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A timeline of the warehouse as lines for a terminal: what happened, and what is missing. */
public final class TimelineText {
    private TimelineText() {}

    public static List<String> of(JsonNode timeline) {
        List<String> lines = new ArrayList<>();
        lines.add(timeline.path("id").asText() + "  " + timeline.path("state").asText());
        timeline.path("orders")
                .forEach(order ->
                        lines.add("  order " + order.path("orderNumber").asText("-") + " ("
                                + order.path("orderId").asText() + "), from "
                                + order.path("reference").asText("-")));
        timeline.path("correlationIds").forEach(id -> lines.add("  correlation " + id.asText()));
        timeline.path("traceIds").forEach(id -> lines.add("  trace " + id.asText()));
        timeline.path("steps").forEach(step -> lines.add(step(step)));
        timeline.path("milestones").forEach(milestone -> {
            if (!milestone.path("status").asText().equals("DONE")) {
                lines.add(milestone(milestone));
            }
        });
        JsonNode held = timeline.path("held");
        if (held.isObject()) {
            lines.add("  held: " + held.path("reason").asText(held.toString()));
        }
        return lines;
    }

    private static String step(JsonNode step) {
        return "  %-19.19s %-10s %-26s %-16s %s"
                .formatted(
                        step.path("time").asText(),
                        step.path("context").asText(),
                        step.path("event").asText(),
                        step.path("documentNumber").asText(""),
                        amount(step.path("amount")))
                .stripTrailing();
    }

    private static String milestone(JsonNode milestone) {
        String since = milestone.path("since").asText("");
        return "  %-19.19s %-10s %s %s"
                .formatted(
                        since,
                        "",
                        milestone.path("milestone").asText(),
                        milestone.path("status").asText().equals("MISSING") ? "is MISSING" : "is still to come")
                .stripTrailing();
    }

    private static String amount(JsonNode money) {
        return money.isObject()
                ? "%14s %s"
                        .formatted(
                                money.path("amount").asText(),
                                money.path("currency").asText())
                : "";
    }
}
