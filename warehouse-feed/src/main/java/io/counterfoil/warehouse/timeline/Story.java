package io.counterfoil.warehouse.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The events of one business transaction in the order of their business time, and the questions that milestones ask. */
final class Story {

    private static final List<String> CONTEXTS = List.of("customer", "order", "billing", "ledger", "warehouse");
    private static final Set<String> DECISIONS =
            Set.of("order.accepted", "order.rejected", "order.cancelled", "order.completed");

    private final List<ToldEvent> events;
    private final Instant now;

    Story(List<ToldEvent> events, Instant now) {
        CausalOrder order = new CausalOrder(events);
        this.events = events.stream()
                .sorted(Comparator.comparing(order::of)
                        .thenComparing(order::depth)
                        .thenComparing(event -> CONTEXTS.indexOf(event.context()))
                        .thenComparing(ToldEvent::sourcePosition))
                .toList();
        this.now = now;
    }

    List<ToldEvent> events() {
        return events;
    }

    List<ToldEvent> all(String name) {
        return events.stream().filter(event -> event.is(name)).toList();
    }

    Optional<ToldEvent> first(String name) {
        return events.stream().filter(event -> event.is(name)).findFirst();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    /** Whether an order is part of it at all. */
    boolean isOfAnOrder() {
        return events.stream().anyMatch(event -> event.context().equals("order") && event.text("orderId") != null);
    }

    /** In words, when all its orders ended without being fulfilled; else null. */
    String ended() {
        if (has("order.rejected") && !has("order.accepted")) {
            return "the order was rejected";
        }
        long orders = Math.max(1, all("order.accepted").size());
        return all("order.cancelled").size() >= orders ? "the order was cancelled" : null;
    }

    /** The lines of the accepted orders. */
    List<JsonNode> orderLines() {
        List<JsonNode> lines = new ArrayList<>();
        all("order.accepted").forEach(order -> order.data().path("lines").forEach(lines::add));
        return lines;
    }

    /** The order lines that some invoice has billed. */
    Set<String> invoicedLines() {
        return all("invoice.issued").stream()
                .flatMap(invoice -> texts(invoice.data().path("lines"), "orderLineId").stream())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }

    /** Whether a journal entry was posted for the document. */
    Optional<ToldEvent> entryOf(String documentType, String documentId) {
        return all("journal.posted").stream()
                .filter(entry ->
                        documentType.equals(entry.text("documentType")) && documentId.equals(entry.text("documentId")))
                .findFirst();
    }

    /** The hold that was not followed by a decision yet. */
    Optional<ToldEvent> openHold() {
        return all("order.held").stream()
                .filter(held -> events.stream().noneMatch(later -> decides(later, held)))
                .reduce((earlier, later) -> later);
    }

    private static boolean decides(ToldEvent later, ToldEvent held) {
        return DECISIONS.contains(later.name())
                && later.subject().equals(held.subject())
                && later.sourcePosition() > held.sourcePosition();
    }

    /** Whether the day has come; business dates are compared with the day in UTC. */
    boolean hasCome(LocalDate day) {
        return !day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static LocalDate date(JsonNode line, String field) {
        return LocalDate.parse(line.path(field).asText());
    }
}
