package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.fulfilment.ProcessInvoice.Payment;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteToCashTest {

    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");
    private static final UUID INVOICE = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID LINE_1 = UUID.randomUUID();
    private static final UUID LINE_2 = UUID.randomUUID();
    private static final Money PAYABLE = Money.of("1840.25", "USD");
    private static final HoldReason MAPPING =
            new HoldReason("product-not-mapped", "no mapping", "revenue-operations", "add it", UUID.randomUUID());

    private static QuoteToCash won() {
        return QuoteToCash.ofDeal(
                UUID.randomUUID(), "O-000001", new ExternalReference("salesforce", "006000000000001AAA"), "c-1", NOW);
    }

    private static QuoteToCash accepted(boolean later) {
        QuoteToCash process = won();
        process.dealTaken(null, NOW);
        process.accepted(2, later, NOW);
        return process;
    }

    private static QuoteToCash writingBack() {
        QuoteToCash process = accepted(false);
        process.subscriptionActivated(NOW);
        process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1, LINE_2), NOW);
        process.invoicePosted(INVOICE, "US01-1", NOW);
        return process;
    }

    private static List<ProcessState> states(QuoteToCash process) {
        return process.path().moves().stream().map(move -> move.to().state()).toList();
    }

    @Test
    void goes_the_straight_way() {
        QuoteToCash process = writingBack();
        process.complete("acknowledged", NOW);
        assertThat(states(process))
                .containsExactly(
                        ProcessState.FETCHING,
                        ProcessState.RESOLVING_CUSTOMER,
                        ProcessState.AWAITING_ACTIVATION,
                        ProcessState.AWAITING_INVOICE,
                        ProcessState.AWAITING_POSTING,
                        ProcessState.WRITING_BACK,
                        ProcessState.COMPLETED);
    }

    @Test
    void knows_how_long_it_was_in_each_state() {
        QuoteToCash process = won();
        process.dealTaken(null, NOW.plusMillis(250));
        ProcessStage fetching = process.path().moves().get(0).to();
        ProcessMove further = process.path().moves().get(1);
        assertThat(further.stayed()).isEqualTo(Duration.ofMillis(250));
        assertThat(fetching.json(further.to()).durationMillis()).isEqualTo(250);
        assertThat(further.to().json(null).durationMillis()).isNull();
    }

    @Test
    void a_posting_heard_of_before_its_invoice_counts_when_the_invoice_is_heard_of() {
        QuoteToCash process = accepted(false);
        process.invoicePosted(INVOICE, "US01-1", NOW);
        assertThat(process.state()).isEqualTo(ProcessState.AWAITING_ACTIVATION);
        process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1, LINE_2), NOW);
        assertThat(process.state()).isEqualTo(ProcessState.WRITING_BACK);
    }

    @Test
    void waits_until_every_line_is_invoiced_and_every_first_invoice_is_posted() {
        QuoteToCash process = accepted(false);
        process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1), NOW);
        assertThat(process.state()).isEqualTo(ProcessState.AWAITING_INVOICE);
        process.invoiceIssued(SECOND, "US01-2", PAYABLE, Set.of(LINE_2), NOW);
        process.invoicePosted(SECOND, "US01-2", NOW);
        assertThat(process.state()).isEqualTo(ProcessState.AWAITING_POSTING);
        process.invoicePosted(INVOICE, "US01-1", NOW);
        assertThat(process.state()).isEqualTo(ProcessState.WRITING_BACK);
        assertThat(process.invoiced().numbers()).containsExactly("US01-1", "US01-2");
        assertThat(process.invoiced().total()).isEqualTo(Money.of("3680.50", "USD"));
    }

    @Test
    void later_invoices_of_a_subscription_are_no_part_of_it() {
        QuoteToCash process = writingBack();
        process.invoiceIssued(SECOND, "US01-2", PAYABLE, Set.of(LINE_1), NOW);
        assertThat(process.invoiced().numbers()).containsExactly("US01-1");
        assertThat(process.state()).isEqualTo(ProcessState.WRITING_BACK);
    }

    @Test
    void the_same_fact_twice_changes_nothing() {
        QuoteToCash process = writingBack();
        process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1, LINE_2), NOW);
        process.invoicePosted(INVOICE, "US01-1", NOW);
        assertThat(states(process)).hasSize(6);
        assertThat(process.invoiced().total()).isEqualTo(PAYABLE);
    }

    @Test
    void held_it_says_why_and_goes_back() {
        QuoteToCash process = won();
        process.hold(MAPPING, NOW);
        assertThat(process.isAt(ProcessState.FETCHING)).isTrue();
        assertThat(process.waitsForOthers()).isFalse();
        assertThat(process.release("replayed", NOW)).isTrue();
        assertThat(process.state()).isEqualTo(ProcessState.FETCHING);
        assertThat(process.waiting()).isEmpty();
        assertThat(process.release("replayed", NOW)).isFalse();
    }

    @Test
    void what_billing_refused_goes_on_by_itself_when_billing_is_heard_of_again() {
        QuoteToCash process = accepted(false);
        process.hold(new HoldReason("no-plan", "no plan", "revenue-operations", "publish it", null), NOW);
        assertThat(process.waitsForOthers()).isTrue();
    }

    @Test
    void facts_that_came_while_it_was_held_count_when_it_is_released() {
        QuoteToCash process = accepted(false);
        process.hold(MAPPING, NOW);
        process.invoicePosted(INVOICE, "US01-1", NOW);
        process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1, LINE_2), NOW);
        assertThat(process.state()).isEqualTo(ProcessState.HELD);
        process.release("replayed", NOW);
        assertThat(process.state()).isEqualTo(ProcessState.WRITING_BACK);
    }

    @Test
    void an_invoice_after_the_cancellation_is_refused_loudly() {
        QuoteToCash process = accepted(true);
        process.giveUp(true, "changed its mind", NOW);
        assertThat(process.state()).isEqualTo(ProcessState.CANCELLED);
        assertThatThrownBy(() -> process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1), NOW))
                .isInstanceOf(InvoicedAfterCancellation.class)
                .hasMessageContaining("US01-1");
    }

    @Test
    void an_older_word_on_a_payment_never_replaces_a_newer_one() {
        QuoteToCash process = writingBack();
        process.invoicePaid(INVOICE, "US01-1", Payment.PAID, 12);
        process.invoicePaid(INVOICE, "US01-1", Payment.PARTIALLY_PAID, 11);
        assertThat(process.invoiced().paymentStatus()).isEqualTo("PAID");
    }

    @Test
    void on_the_straight_way_the_crm_is_written_to_once_with_everything_final() {
        QuoteToCash process = accepted(false);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isFalse();
        process.invoiceIssued(INVOICE, "US01-1", PAYABLE, Set.of(LINE_1, LINE_2), NOW);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isFalse();
        process.invoicePosted(INVOICE, "US01-1", NOW);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isTrue();
        DealStatus outcome = new DealStatus("O-000001", "COMPLETED", null, "US01-1", PAYABLE, "POSTED", null, "c-1");
        assertThat(CrmView.of(process)).isEqualTo(outcome);
        process.crm().acknowledged(outcome);
        process.complete("acknowledged", NOW);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isFalse();
    }

    @Test
    void one_write_at_a_time_is_under_way() {
        QuoteToCash process = writingBack();
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isTrue();
        process.invoicePaid(INVOICE, "US01-1", Payment.PAID, 1);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isFalse();
        process.crm().acknowledged(DealStatus.NOTHING);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isTrue();
    }

    @Test
    void the_payment_status_follows_when_it_comes() {
        QuoteToCash process = writingBack();
        process.crm().acknowledged(CrmView.of(process));
        process.complete("acknowledged", NOW);
        process.invoicePaid(INVOICE, "US01-1", Payment.PARTIALLY_PAID, 5);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isTrue();
        assertThat(CrmView.of(process).paymentStatus()).isEqualTo("PARTIALLY_PAID");
        assertThat(CrmView.of(process).orderStatus()).isEqualTo("COMPLETED");
    }

    @Test
    void the_crm_is_told_of_a_hold_and_that_it_is_over_once_the_order_is_accepted() {
        QuoteToCash process = won();
        process.hold(MAPPING, NOW);
        assertThat(CrmView.of(process).orderStatus()).isEqualTo("HELD");
        assertThat(CrmView.of(process).holdReason()).isEqualTo("no mapping");
        process.crm().acknowledged(CrmView.of(process));
        process.release("replayed", NOW);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isFalse();
        process.dealTaken(null, NOW);
        process.accepted(2, false, NOW);
        assertThat(CrmView.of(process).orderStatus()).isEqualTo("ACCEPTED");
        assertThat(CrmView.of(process).holdReason()).isNull();
    }

    @Test
    void the_crm_is_told_at_once_of_an_order_that_starts_later() {
        assertThat(CrmView.of(accepted(true)).orderStatus()).isEqualTo("ACCEPTED");
    }

    @Test
    void held_because_the_crm_refused_the_outcome_it_still_shows_the_outcome_when_replayed() {
        QuoteToCash process = writingBack();
        process.hold(
                new HoldReason("refused-by-salesforce", "no such field", "integration", "add it", UUID.randomUUID()),
                NOW);
        assertThat(process.isAt(ProcessState.WRITING_BACK)).isTrue();
        assertThat(CrmView.of(process).orderStatus()).isEqualTo("COMPLETED");
    }

    @Test
    void a_direct_order_tells_no_crm() {
        QuoteToCash process = QuoteToCash.ofDirectOrder(UUID.randomUUID(), "O-000002", null, null, "c-2", NOW);
        process.hold(MAPPING, NOW);
        assertThat(process.crm().wantsWrite(CrmView.of(process))).isFalse();
        assertThat(process.externalReference()).isNull();
    }
}
