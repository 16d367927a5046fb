package io.counterfoil.warehouse.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.warehouse.Samples;
import io.counterfoil.warehouse.Warehouse;
import io.counterfoil.warehouse.lineage.Lineage;
import io.counterfoil.warehouse.timeline.TimelineJson.State;
import io.counterfoil.warehouse.timeline.TimelineJson.Status;
import io.counterfoil.warehouse.timeline.TimelineJson.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    private static final Instant NEXT_DAY = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant MUCH_LATER = Instant.parse("2026-03-05T00:00:00Z");

    private final Warehouse warehouse = new Warehouse();

    private Timeline tell(String id, Instant now) {
        List<Long> positions = warehouse.beans.get(Lineage.class).story(id);
        return Timelines.tell(
                id,
                new Story(
                        warehouse
                                .database
                                .query("select * from event where position = any(?::bigint[])", positions)
                                .list(ToldEvent::read),
                        now));
    }

    private static Map<String, Status> statuses(Timeline timeline) {
        Map<String, Status> statuses = new TreeMap<>();
        timeline.milestones().forEach(milestone -> statuses.put(milestone.milestone(), milestone.status()));
        return statuses;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "006000000000001AAA",
                "O-000001",
                Samples.ORDER_ID,
                "0190a1b2-0003-7000-8000-000000000001",
                "S-000001",
                Samples.INVOICE_ID,
                Samples.INVOICE_NUMBER,
                "pi_sample",
                "0190a1b2-0006-7000-8000-000000000001",
                "US01-J-000001",
                "US01-J-000002",
                "0190a1b2-00c0-7000-8000-000000000001",
                "0af7651916cd43dd8448eb211c80319c"
            })
    void the_whole_story_is_found_by_any_of_its_names(String name) {
        warehouse.take(Samples.story());
        Timeline timeline = tell(name, MUCH_LATER);
        assertThat(timeline.steps()).hasSize(Samples.story().size());
        assertThat(timeline.state()).isEqualTo(State.COMPLETE);
        assertThat(timeline.missing()).isEmpty();
    }

    @Test
    void steps_are_in_the_order_of_cause_and_time_with_document_and_amount() {
        warehouse.take(Samples.story());
        Timeline timeline = tell("O-000001", MUCH_LATER);
        assertThat(timeline.steps())
                .extracting(TimelineJson.Step::event)
                .containsSubsequence(
                        "order.received", "order.accepted", "invoice.issued", "payment.settled", "revenue.recognised");
        assertThat(timeline.steps())
                .filteredOn(step -> step.event().equals("journal.posted")
                        && step.documentNumber().equals("US01-J-000001"))
                .extracting(TimelineJson.Step::amount)
                .containsExactly(Money.of("1840.25", "USD"));
        assertThat(timeline.orders())
                .extracting(TimelineJson.OrderName::reference)
                .containsExactly("006000000000001AAA");
    }

    @Test
    void an_answer_stands_after_what_it_answers_although_the_clocks_differ() {
        Envelope invoice = Samples.invoiceIssued();
        Envelope entry = Samples.journalPosted();
        warehouse.take(
                invoice,
                new Envelope(
                        entry.id(),
                        entry.type(),
                        entry.source(),
                        entry.subject(),
                        invoice.time().minusMillis(5),
                        entry.correlationId(),
                        invoice.id().toString(),
                        1,
                        entry.position(),
                        entry.partitionKey(),
                        entry.legalEntity(),
                        null,
                        null,
                        entry.data()));
        assertThat(tell("O-000001", NEXT_DAY).steps())
                .extracting(TimelineJson.Step::event)
                .containsExactly("invoice.issued", "journal.posted");
    }

    @Test
    void another_transaction_is_not_told() {
        warehouse.take(Samples.story());
        warehouse.take(Samples.otherInvoice(2, 20));
        assertThat(tell("O-000002", MUCH_LATER).steps()).hasSize(1);
        assertThat(tell("O-000001", MUCH_LATER).steps()).hasSize(Samples.story().size());
    }

    @Test
    void one_payment_of_two_orders_does_not_join_their_stories() {
        String otherInvoice = "0190a1b2-0005-7000-8000-000000000002";
        List<Envelope> events = new ArrayList<>(Samples.story());
        events.add(Samples.otherInvoice(2, 20));
        events.add(Samples.changed(Samples.paymentApplied(), 21, data -> data.put("invoiceId", otherInvoice)
                .put("invoiceNumber", "US01-2026-000002")
                .put("orderId", "0190a1b2-0002-7000-8000-000000000002")));
        warehouse.take(events);
        assertThat(tell("O-000001", MUCH_LATER).steps()).hasSize(Samples.story().size());
        assertThat(tell("US01-2026-000002", MUCH_LATER).steps())
                .extracting(TimelineJson.Step::event)
                .contains("invoice.issued", "payment.applied", "payment.settled")
                .doesNotContain("order.accepted");
    }

    @Test
    void what_is_missing_is_named_with_the_time_since_when() {
        List<Envelope> events = new ArrayList<>(Samples.story());
        events.removeIf(
                event -> event.type().contains("journal") || event.type().contains("completed"));
        warehouse.take(events);
        Timeline timeline = tell("O-000001", NEXT_DAY);
        assertThat(timeline.missing()).containsExactly("INVOICE_POSTED", "PAYMENT_POSTED");
        assertThat(timeline.state()).isEqualTo(State.INCOMPLETE);
        assertThat(timeline.milestones())
                .filteredOn(milestone -> milestone.milestone().equals("INVOICE_POSTED"))
                .allSatisfy(milestone -> {
                    assertThat(milestone.since())
                            .isEqualTo(Samples.invoiceIssued().time());
                    assertThat(milestone.documents()).containsExactly(Samples.INVOICE_NUMBER);
                });
    }

    @Test
    void nothing_is_missing_before_it_is_due() {
        warehouse.take(
                Samples.orderReceived(),
                Samples.changed(Samples.orderAccepted(), 4, data -> data.withArray("lines")
                        .forEach(line -> ((com.fasterxml.jackson.databind.node.ObjectNode) line)
                                .put("startDate", "2026-02-01"))),
                Samples.contractSigned());
        Timeline timeline = tell("O-000001", NEXT_DAY);
        assertThat(timeline.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(statuses(timeline))
                .containsEntry("SUBSCRIPTION_ACTIVATED", Status.NOT_DUE)
                .containsEntry("INVOICE_ISSUED", Status.NOT_DUE);
        assertThat(tell("O-000001", Instant.parse("2026-02-01T00:00:00Z")).missing())
                .containsExactly("SUBSCRIPTION_ACTIVATED", "INVOICE_ISSUED");
    }

    @Test
    void money_is_missing_only_after_the_due_date() {
        List<Envelope> events = new ArrayList<>(Samples.story());
        events.removeIf(
                event -> event.type().contains("payment") || event.type().contains("paid"));
        events.remove(events.size() - 2);
        warehouse.take(events);
        assertThat(tell("O-000001", Instant.parse("2026-01-31T12:00:00Z")).missing())
                .isEmpty();
        assertThat(tell("O-000001", Instant.parse("2026-02-01T00:00:00Z")).missing())
                .containsExactly("PAYMENT_SETTLED", "PAYMENT_APPLIED", "INVOICE_PAID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice-voided.v1", "invoice-written-off.v1"})
    void nobody_waits_for_the_money_of_an_invoice_that_was_voided_or_written_off(String end) {
        List<Envelope> events = new ArrayList<>(Samples.story());
        events.removeIf(
                event -> event.type().contains("payment") || event.type().contains("paid"));
        events.remove(events.size() - 2);
        events.add(GoldenExample.from("/billing", end).envelope());
        warehouse.take(events);
        assertThat(tell("O-000001", Instant.parse("2026-02-01T00:00:00Z")).missing())
                .isEmpty();
    }

    @Test
    void a_held_order_says_why_and_who_can_mend_it() {
        warehouse.take(Samples.orderReceived(), Samples.orderHeld());
        Timeline timeline = tell("O-000001", NEXT_DAY);
        assertThat(timeline.state()).isEqualTo(State.HELD);
        assertThat(timeline.held().reasonCode()).isEqualTo("product-not-mapped");
        assertThat(timeline.held().remedy()).contains("mapping");
        assertThat(timeline.missing()).containsExactly("ORDER_ACCEPTED");
        warehouse.take(Samples.orderAccepted());
        assertThat(tell("O-000001", NEXT_DAY).held()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O-000001", "US01-CM-2026-000001", "dp_sample", "re_sample"})
    void corrections_are_part_of_the_story_and_found_by_their_own_names(String name) {
        List<Envelope> events = new ArrayList<>(Samples.story());
        for (String example : List.of(
                "creditmemo-issued.v1",
                "refund-paid.v1",
                "payment-disputed.v1",
                "dispute-won.v1",
                "credit-applied.v1")) {
            events.add(GoldenExample.from("/billing", example).envelope());
        }
        warehouse.take(events);
        assertThat(tell(name, MUCH_LATER).steps())
                .extracting(step -> step.event() + " " + step.amount())
                .contains(
                        "creditmemo.issued 541.25 USD",
                        "refund.paid 368.05 USD",
                        "payment.disputed 1840.25 USD",
                        "dispute.won 1840.25 USD",
                        "credit.applied 100.00 USD");
    }

    @Test
    void an_unknown_name_is_not_found() {
        Timelines timelines = warehouse.beans.get(Timelines.class);
        assertThatThrownBy(() -> timelines.of("nobody")).isInstanceOf(NotFound.class);
    }
}
