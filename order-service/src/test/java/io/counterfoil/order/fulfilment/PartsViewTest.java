package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.fulfilment.ProcessInvoice.Payment;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deal that several legal entities sell is shown as one: every part with its state, and the sum of all. */
class PartsViewTest {

    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");
    private static final HoldReason NO_PLAN =
            new HoldReason("no-plan", "there is no plan", "revenue-operations", "publish it", null);

    private final QuoteToCash first = first();
    private final QuoteToCash second = second(false);
    private final List<QuoteToCash> parts = List.of(first, second);

    private static QuoteToCash first() {
        QuoteToCash process = QuoteToCash.ofDeal(
                UUID.randomUUID(), "O-000001", new ExternalReference("salesforce", "006000000000001AAA"), "c-1", NOW);
        process.dealTaken(null, NOW);
        process.accepted(1, false, NOW);
        return process;
    }

    private static QuoteToCash second(boolean later) {
        QuoteToCash process = QuoteToCash.ofDirectOrder(UUID.randomUUID(), "O-000002", null, null, "c-1", NOW);
        process.accepted(1, later, NOW);
        return process;
    }

    private static UUID bill(QuoteToCash process, String number, String payable) {
        UUID invoice = UUID.randomUUID();
        process.invoiceIssued(invoice, number, Money.of(payable, "USD"), Set.of(UUID.randomUUID()), NOW);
        process.invoicePosted(invoice, number, NOW);
        return invoice;
    }

    private DealStatus shown() {
        return CrmView.of(first, parts, NOW);
    }

    @Test
    void all_numbers_and_the_sum_are_shown_when_all_parts_have_come_to_their_end() {
        bill(second, "US04-1", "541.25");
        second.complete("no CRM to tell", NOW);
        assertThat(shown()).as("not before the first one").isEqualTo(DealStatus.NOTHING);
        bill(first, "US01-1", "1299.00");
        assertThat(shown())
                .isEqualTo(new DealStatus(
                        "O-000001",
                        "COMPLETED",
                        null,
                        "US01-1; US04-1",
                        Money.of("1840.25", "USD"),
                        "POSTED",
                        null,
                        "c-1",
                        null,
                        "O-000001 COMPLETED US01-1 1299.00 USD; O-000002 COMPLETED US04-1 541.25 USD"));
    }

    @Test
    void nothing_is_shown_that_would_be_added_to_in_a_moment() {
        bill(first, "US01-1", "1299.00");
        assertThat(shown()).isEqualTo(DealStatus.NOTHING);
        bill(second, "US04-1", "541.25");
        assertThat(shown().invoiceTotal()).isEqualTo(Money.of("1840.25", "USD"));
    }

    @Test
    void a_part_that_is_billed_in_arrears_is_not_waited_for_longer_than_a_while() {
        bill(first, "US01-1", "1299.00");
        second.subscriptionActivated(NOW);
        assertThat(CrmView.of(first, parts, NOW.plus(CrmView.PATIENCE).minusMillis(1)))
                .isEqualTo(DealStatus.NOTHING);
        DealStatus half = CrmView.of(first, parts, NOW.plus(CrmView.PATIENCE));
        assertThat(half.postingStatus()).isEqualTo("PARTLY_POSTED");
        assertThat(half.parts()).isEqualTo("O-000001 COMPLETED US01-1 1299.00 USD; O-000002 ACTIVE");
        first.crm().acknowledged(half);
        first.complete("acknowledged", NOW);
        bill(second, "US04-1", "541.25");
        assertThat(shown().postingStatus()).isEqualTo("POSTED");
        assertThat(shown().invoiceTotal()).isEqualTo(Money.of("1840.25", "USD"));
    }

    @Test
    void a_part_whose_invoice_is_stuck_at_the_ledger_is_not_waited_for_either() {
        bill(first, "US01-1", "1299.00");
        second.invoiceIssued(UUID.randomUUID(), "US04-1", Money.of("541.25", "USD"), Set.of(UUID.randomUUID()), NOW);
        assertThat(shown()).isEqualTo(DealStatus.NOTHING);
        assertThat(CrmView.of(first, parts, NOW.plus(CrmView.PATIENCE)).invoiceNumber())
                .isEqualTo("US01-1");
    }

    @Test
    void what_others_billed_is_shown_also_when_the_first_order_came_to_nothing() {
        first.giveUp(true, "out of stock", NOW);
        assertThat(shown().postingStatus()).as("nothing is billed yet").isNull();
        bill(second, "US04-1", "541.25");
        second.complete("no CRM to tell", NOW);
        assertThat(shown().orderStatus()).isEqualTo("PARTLY_CANCELLED");
        assertThat(shown().invoiceNumber()).isEqualTo("US04-1");
        assertThat(shown().invoiceTotal()).isEqualTo(Money.of("541.25", "USD"));
        assertThat(shown().postingStatus()).isEqualTo("POSTED");
        assertThat(shown().parts()).isEqualTo("O-000001 CANCELLED; O-000002 COMPLETED US04-1 541.25 USD");
    }

    @Test
    void what_starts_later_follows() {
        QuoteToCash later = second(true);
        bill(first, "US01-1", "1299.00");
        DealStatus half = CrmView.of(first, List.of(first, later), NOW);
        assertThat(half.orderStatus()).isEqualTo("ACCEPTED");
        assertThat(half.postingStatus()).isEqualTo("PARTLY_POSTED");
        assertThat(half.invoiceTotal()).isEqualTo(Money.of("1299.00", "USD"));
        assertThat(half.parts()).isEqualTo("O-000001 COMPLETED US01-1 1299.00 USD; O-000002 ACCEPTED");
        first.crm().acknowledged(half);
        first.complete("acknowledged", NOW);
        bill(later, "US04-1", "541.25");
        later.complete("no CRM to tell", NOW);
        DealStatus whole = CrmView.of(first, List.of(first, later), NOW);
        assertThat(whole.orderStatus()).isEqualTo("COMPLETED");
        assertThat(whole.invoiceTotal()).isEqualTo(Money.of("1840.25", "USD"));
    }

    @Test
    void a_part_that_waits_holds_the_deal_and_says_why_until_it_goes_on() {
        second.hold(NO_PLAN, NOW);
        assertThat(shown().orderStatus()).isEqualTo("HELD");
        assertThat(shown().holdReason()).isEqualTo("O-000002: there is no plan");
        first.crm().acknowledged(shown());
        second.release("billing went on", NOW);
        assertThat(shown().orderStatus()).isEqualTo("ACCEPTED");
        assertThat(shown().holdReason()).isNull();
    }

    @Test
    void a_deal_is_paid_when_all_its_parts_are() {
        UUID one = bill(first, "US01-1", "1299.00");
        UUID other = bill(second, "US04-1", "541.25");
        assertThat(shown().paymentStatus()).isNull();
        first.invoicePaid(one, "US01-1", Payment.PAID, 1);
        assertThat(shown().paymentStatus()).isEqualTo("PARTIALLY_PAID");
        second.invoicePaid(other, "US04-1", Payment.PAID, 1);
        assertThat(shown().paymentStatus()).isEqualTo("PAID");
    }

    static Stream<Named<Consumer<QuoteToCash>>> whatever_may_become_of_a_part() {
        return Stream.of(
                Named.of("it waits for its start", part -> {}),
                Named.of("it is active", part -> part.subscriptionActivated(NOW)),
                Named.of(
                        "its invoice is not posted",
                        part -> part.invoiceIssued(
                                UUID.randomUUID(),
                                "US04-1",
                                Money.of("541.25", "USD"),
                                Set.of(UUID.randomUUID()),
                                NOW)),
                Named.of("it is billed", part -> bill(part, "US04-1", "541.25")),
                Named.of("it is held", part -> part.hold(NO_PLAN, NOW)),
                Named.of("it was rejected", part -> part.giveUp(false, "withdrawn", NOW)),
                Named.of("it was cancelled", part -> part.giveUp(true, "out of stock", NOW)));
    }

    /** The timer looks at the oldest deal alone: one that had nothing to write would stand in the way of all others. */
    @ParameterizedTest
    @MethodSource("whatever_may_become_of_a_part")
    void a_deal_whose_time_has_come_has_an_outcome_to_write_and_is_kept_back_no_more(Consumer<QuoteToCash> becomes) {
        second.hold(NO_PLAN, NOW);
        first.crm().acknowledged(shown());
        second.release("billing went on", NOW);
        becomes.accept(second);
        bill(first, "US01-1", "1299.00");
        DealStatus toShow = CrmView.of(first, parts, NOW.plus(CrmView.PATIENCE));
        assertThat(toShow.postingStatus()).as("ends it, once acknowledged").isNotNull();
        assertThat(first.crm().wantsWrite(toShow)).isTrue();
    }

    @Test
    void a_part_that_was_cancelled_is_told() {
        second.giveUp(true, "out of stock", NOW);
        assertThat(shown().orderStatus()).isEqualTo("ACCEPTED");
        assertThat(shown().parts()).isEqualTo("O-000001 ACCEPTED; O-000002 CANCELLED");
        bill(first, "US01-1", "1299.00");
        assertThat(shown().orderStatus()).isEqualTo("PARTLY_CANCELLED");
        assertThat(shown().postingStatus()).isEqualTo("POSTED");
    }
}
