package io.counterfoil.warehouse.timeline;

import static io.counterfoil.warehouse.timeline.Milestones.done;
import static io.counterfoil.warehouse.timeline.Milestones.last;
import static io.counterfoil.warehouse.timeline.Milestones.missing;
import static io.counterfoil.warehouse.timeline.Milestones.notDue;
import static io.counterfoil.warehouse.timeline.Milestones.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.warehouse.timeline.TimelineJson.Milestone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The second half of a quote-to-cash story: money is due when the invoice is, revenue when the month after the start begins. */
final class CashMilestones {

    private final Story story;

    private CashMilestones(Story story) {
        this.story = story;
    }

    static List<Milestone> of(Story story) {
        CashMilestones cash = new CashMilestones(story);
        List<Milestone> milestones = new ArrayList<>();
        if (story.isOfAnOrder() || story.has("payment.settled") || story.has("payment.failed")) {
            milestones.add(cash.whenDue("PAYMENT_SETTLED", story.all("payment.settled"), "gatewayReference"));
            milestones.add(Milestones.entries(
                    "PAYMENT_POSTED", story, story.all("payment.settled"), "PAYMENT", "paymentId", "gatewayReference"));
            milestones.add(cash.applied());
        }
        if (story.isOfAnOrder()) {
            milestones.add(cash.paid());
            cash.recognised().ifPresent(milestones::add);
        }
        return milestones;
    }

    /** Cash that came and lies unapplied is missing since it came. */
    private Milestone applied() {
        List<ToldEvent> settled = story.all("payment.settled");
        List<ToldEvent> applied = story.all("payment.applied");
        if (applied.isEmpty() && !settled.isEmpty()) {
            return missing("PAYMENT_APPLIED", settled.get(0).time(), numbers(settled, "gatewayReference"));
        }
        return whenDue("PAYMENT_APPLIED", applied, "invoiceNumber");
    }

    /** What was voided or written off whole asks for no money any more. */
    private Milestone paid() {
        Set<String> paid = invoicesOf(story.all("invoice.paid").stream());
        List<ToldEvent> open = asked().stream()
                .filter(invoice -> !paid.contains(invoice.text("invoiceId")))
                .toList();
        return !paid.isEmpty() && open.isEmpty()
                ? done(
                        "INVOICE_PAID",
                        last(story.all("invoice.paid")),
                        numbers(story.all("invoice.paid"), "invoiceNumber"))
                : atDueDate("INVOICE_PAID", open);
    }

    private List<ToldEvent> asked() {
        Set<String> closed = invoicesOf(Stream.concat(
                story.all("invoice.voided").stream(),
                story.all("invoice.written-off").stream().filter(CashMilestones::leavesNothing)));
        return story.all("invoice.issued").stream()
                .filter(invoice -> !closed.contains(invoice.text("invoiceId")))
                .toList();
    }

    private static boolean leavesNothing(ToldEvent writtenOff) {
        JsonNode open = writtenOff.data().at("/openAmount/amount");
        return open.isMissingNode() || new BigDecimal(open.asText()).signum() == 0;
    }

    private static Set<String> invoicesOf(Stream<ToldEvent> events) {
        return events.map(event -> event.text("invoiceId")).collect(Collectors.toSet());
    }

    private Milestone whenDue(String name, List<ToldEvent> events, String number) {
        return events.isEmpty() ? atDueDate(name, asked()) : done(name, last(events), numbers(events, number));
    }

    /** Missing from the day after the earliest due date. */
    private Milestone atDueDate(String name, List<ToldEvent> invoices) {
        Optional<LocalDate> due = invoices.stream()
                .map(invoice -> LocalDate.parse(invoice.text("dueDate")).plusDays(1))
                .min(Comparator.naturalOrder());
        if (due.isEmpty()) {
            return notDue(name, null, story.ended());
        }
        return story.hasCome(due.get())
                ? missing(name, Story.startOf(due.get()), numbers(invoices, "invoiceNumber"))
                : notDue(name, Story.startOf(due.get()), null);
    }

    /** For what is earned over time: due when the first month is over. */
    private Optional<Milestone> recognised() {
        Optional<LocalDate> due = story.orderLines().stream()
                .filter(CashMilestones::overTime)
                .map(line -> Story.date(line, "startDate").withDayOfMonth(1).plusMonths(1))
                .min(Comparator.naturalOrder());
        List<ToldEvent> recognised = story.all("revenue.recognised");
        if (!recognised.isEmpty()) {
            return Optional.of(done("REVENUE_RECOGNISED", last(recognised), numbers(recognised, "productId")));
        }
        return due.map(day -> story.has("invoice.issued") && story.hasCome(day)
                ? missing("REVENUE_RECOGNISED", Story.startOf(day), null)
                : notDue("REVENUE_RECOGNISED", Story.startOf(day), story.ended()));
    }

    private static boolean overTime(JsonNode line) {
        return line.path("revenueTreatment").asText().startsWith("OVER_TIME");
    }
}
