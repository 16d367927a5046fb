package io.counterfoil.warehouse.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.warehouse.timeline.TimelineJson.Milestone;
import io.counterfoil.warehouse.timeline.TimelineJson.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a complete quote-to-cash story has: each milestone is done, missing since a time, or not due yet. The first half is
 * the order's way to its posted invoice; the second, from {@link CashMilestones}, is the way to the money.
 */
final class Milestones {

    private final Story story;
    private final List<Milestone> found = new ArrayList<>();

    private Milestones(Story story) {
        this.story = story;
    }

    static List<Milestone> of(Story story) {
        Milestones milestones = new Milestones(story);
        if (story.isOfAnOrder()) {
            milestones.received();
            milestones.accepted();
            milestones.contract();
            milestones.subscriptions();
            milestones.invoiced();
            milestones.posted();
            milestones.completed();
        }
        milestones.found.addAll(CashMilestones.of(story));
        return milestones.found;
    }

    private void received() {
        add(
                "ORDER_RECEIVED",
                story.all("order.received"),
                "orderNumber",
                story.events().get(0).time());
    }

    private void accepted() {
        add(
                "ORDER_ACCEPTED",
                story.all("order.accepted"),
                "orderNumber",
                story.events().get(0).time());
    }

    private void contract() {
        add("CONTRACT_SIGNED", story.all("contract.signed"), "contractNumber", acceptedAt());
    }

    private void subscriptions() {
        Set<String> activated = story.all("subscription.activated").stream()
                .map(event -> event.text("lineId"))
                .collect(Collectors.toSet());
        Predicate<JsonNode> recurring = line -> line.hasNonNull("endDate");
        if (story.has("order.accepted") && story.orderLines().stream().noneMatch(recurring)) {
            return;
        }
        addByLine(
                "SUBSCRIPTION_ACTIVATED",
                recurring,
                activated,
                story.all("subscription.activated"),
                "subscriptionNumber");
    }

    private void invoiced() {
        addByLine("INVOICE_ISSUED", line -> true, story.invoicedLines(), story.all("invoice.issued"), "invoiceNumber");
    }

    /** Due line by line, on its start date. */
    private void addByLine(
            String name, Predicate<JsonNode> concerned, Set<String> served, List<ToldEvent> events, String number) {
        Optional<LocalDate> earliest = story.orderLines().stream()
                .filter(concerned)
                .filter(line -> !served.contains(line.path("lineId").asText()))
                .map(line -> Story.date(line, "startDate"))
                .min(Comparator.naturalOrder());
        if (story.has("order.accepted") && earliest.isEmpty()) {
            found.add(done(name, last(events), numbers(events, number)));
        } else if (earliest.isEmpty() || story.ended() != null) {
            found.add(notDue(name, null, story.ended()));
        } else if (story.hasCome(earliest.get())) {
            found.add(missing(name, later(acceptedAt(), Story.startOf(earliest.get())), numbers(events, number)));
        } else {
            found.add(notDue(name, Story.startOf(earliest.get()), null));
        }
    }

    private void posted() {
        found.add(
                entries("INVOICE_POSTED", story, story.all("invoice.issued"), "INVOICE", "invoiceId", "invoiceNumber"));
    }

    private void completed() {
        boolean allBefore = found.stream().allMatch(milestone -> milestone.status() == Status.DONE);
        add(
                "ORDER_COMPLETED",
                story.all("order.completed"),
                "orderNumber",
                allBefore ? last(story.all("journal.posted")) : null);
    }

    private Instant acceptedAt() {
        return story.first("order.accepted").map(ToldEvent::time).orElse(null);
    }

    /** Done when the event is there; else missing since the time from which it is due, where that is known. */
    private void add(String name, List<ToldEvent> events, String number, Instant due) {
        if (!events.isEmpty()) {
            found.add(done(name, last(events), numbers(events, number)));
        } else if (due == null || story.ended() != null) {
            found.add(notDue(name, null, story.ended()));
        } else {
            found.add(missing(name, due, null));
        }
    }

    /** Done when each of the documents has its journal entry. */
    static Milestone entries(
            String name, Story story, List<ToldEvent> documents, String documentType, String id, String number) {
        if (documents.isEmpty()) {
            return notDue(name, null, null);
        }
        List<ToldEvent> without = documents.stream()
                .filter(document ->
                        story.entryOf(documentType, document.text(id)).isEmpty())
                .toList();
        List<ToldEvent> entries = documents.stream()
                .flatMap(document -> story.entryOf(documentType, document.text(id)).stream())
                .toList();
        return without.isEmpty()
                ? done(name, last(entries), numbers(documents, number))
                : missing(name, without.get(0).time(), numbers(without, number));
    }

    static Milestone done(String name, Instant since, List<String> documents) {
        return new Milestone(name, Status.DONE, since, documents, null);
    }

    static Milestone missing(String name, Instant since, List<String> documents) {
        return new Milestone(name, Status.MISSING, since, documents, null);
    }

    static Milestone notDue(String name, Instant from, String detail) {
        return new Milestone(name, Status.NOT_DUE, from, null, detail);
    }

    static Instant last(List<ToldEvent> events) {
        return events.isEmpty() ? null : events.get(events.size() - 1).time();
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    static List<String> numbers(List<ToldEvent> events, String field) {
        return events.stream()
                .map(event -> event.text(field))
                .filter(text -> text != null)
                .distinct()
                .toList();
    }
}
