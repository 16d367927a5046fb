package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published journals of what is taken back, month by month through the ledger's own event handlers: events in, the clock
 * moved to each month's end. Source: docs.stripe.com/revenue-recognition/examples (read 2026).
 */
class PublishedReversalsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);
    private static final LocalDate MAR_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APR_1 = LocalDate.of(2026, 4, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final ReversalFacts reversals = new ReversalFacts(billing);
    private final BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void st_06_credit_pays_a_part_at_the_issue() {
        UUID credit = EventIds.next();
        BillingFacts.Invoice invoice = billing.invoice(LocalDate.of(2026, 1, 15))
                .overTime("31.00", "2026-01-15", "2026-02-15")
                .drawing(credit, "11.00");
        ledger.take(invoice.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(billing.payment(LocalDate.of(2026, 2, 9), "20.00")
                .of(invoice, "20.00")
                .settled());
        ledger.moveTo("2026-03-01T00:00:00Z");

        moved("Accounts receivable", "20.00", "-20.00");
        moved("Cash clearing", "0.00", "20.00");
        moved("Customer credit", "-11.00", "0.00");
        moved("Subscription revenue", "17.00", "14.00");
        moved("Deferred revenue", "14.00", "-14.00");
    }

    /** An allowance of the whole document is earned as what it lowers, whether billing says to what it belongs or not. */
    @Test
    void what_lowers_the_document_lowers_what_is_earned_of_it() {
        ledger.take(billing.invoice(JAN_1)
                .overTime("90.00", "2026-01-01", "2026-04-01")
                .allowance("-9.00", "2026-01-01", "2026-04-01")
                .issued());
        ledger.take(billing.invoice(JAN_1)
                .overTime("90.00", "2026-01-01", "2026-04-01")
                .allowance("-9.00", null, null)
                .issued());
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Accounts receivable", "162.00", "0.00", "0.00");
        moved("Subscription revenue", "55.80", "50.40", "55.80");
        moved("Deferred revenue", "106.20", "-50.40", "-55.80");
    }

    @Test
    void st_06_a_negative_invoice_becomes_customer_credit() {
        BillingFacts.Invoice invoice =
                billing.invoice(LocalDate.of(2026, 1, 15)).overTime("-31.00", "2026-01-15", "2026-02-15");
        ledger.take(invoice.issued(), granted(invoice, "NEGATIVE_INVOICE", "31.00"));
        ledger.moveTo("2026-03-01T00:00:00Z");

        moved("Customer credit", "31.00", "0.00");
        moved("Accounts receivable", "0.00", "0.00");
        moved("Subscription revenue", "-17.00", "-14.00");
        moved("Deferred revenue", "-14.00", "14.00");
    }

    /** Else the receivable would be less than nothing for what these books never had. */
    @Test
    void what_takes_back_an_invoice_waits_until_that_is_posted() {
        BillingFacts.Invoice back = billing.invoice(JAN_1)
                .overTime("-90.00", "2026-01-01", "2026-04-01")
                .correcting(quarter);
        ledger.take(back.issued());

        assertThat(ledger.openExceptions()).containsExactly("comes-before-its-cause");
        assertThat(ledger.balances(null)).isEmpty();

        ledger.take(quarter.issued());
        ledger.tryAgain();

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Accounts receivable").isZero()).isTrue();
    }

    @Test
    void what_comes_in_one_set_with_the_invoice_that_it_takes_back_is_posted_at_once() {
        ledger.take(
                quarter.issued(),
                billing.invoice(JAN_1)
                        .overTime("-90.00", "2026-01-01", "2026-04-01")
                        .correcting(quarter)
                        .issued());

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Deferred revenue").isZero()).isTrue();
        assertThat(ledger.database().query("select 1 from exception").list(row -> 1))
                .isEmpty();
    }

    @Test
    void st_07_a_full_refund_reverses_what_was_earned_and_what_was_not() {
        paidQuarter();
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.refund(quarter, FEB_1, "REVERSE_REVENUE", "90.00", "0.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Subscription revenue", "31.00", "0.00", "0.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00");
        moved("Cash clearing", "90.00", "-90.00", "0.00");
        moved("Refunds", "0.00", "31.00", "0.00");
    }

    @Test
    void a_refund_that_reopens_the_receivable_moves_no_revenue() {
        paidQuarter();
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.refund(quarter, FEB_1, "REOPEN_RECEIVABLE", "90.00", "0.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Subscription revenue", "31.00", "28.00", "31.00");
        moved("Accounts receivable", "0.00", "90.00", "0.00");
        moved("Cash clearing", "90.00", "-90.00", "0.00");
    }

    @Test
    void st_09_a_void_of_what_was_not_paid() {
        ledger.take(quarter.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.voided(quarter, FEB_1, "90.00", false));
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Accounts receivable", "90.00", "-90.00", "0.00");
        moved("Subscription revenue", "31.00", "0.00", "0.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00");
        moved("Voids", "0.00", "31.00", "0.00");
    }

    @Test
    void st_10_what_is_uncollectible_and_st_10_then_paid() {
        writtenOffQuarter();
        pay();
        ledger.moveTo("2026-05-01T00:00:00Z");

        moved("Accounts receivable", "90.00", "-90.00", "0.00", "0.00");
        moved("Subscription revenue", "31.00", "0.00", "0.00", "0.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00", "0.00");
        moved("Bad debt", "0.00", "31.00", "0.00", "-31.00");
        moved("Cash clearing", "0.00", "0.00", "0.00", "90.00");
        moved("Recoverables", "0.00", "0.00", "0.00", "59.00");
        moved("Unapplied cash", "0.00", "0.00", "0.00", "0.00");
    }

    @Test
    void st_10_then_voided() {
        writtenOffQuarter();
        ledger.moveTo("2026-04-01T00:00:00Z");
        ledger.take(reversals.voided(quarter, APR_1, "90.00", true));
        ledger.moveTo("2026-05-01T00:00:00Z");

        moved("Accounts receivable", "90.00", "-90.00", "0.00", "0.00");
        moved("Bad debt", "0.00", "31.00", "0.00", "-31.00");
        moved("Voids", "0.00", "0.00", "0.00", "31.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00", "0.00");
    }

    @Test
    void st_12_uncollectible_then_paid_then_disputed() {
        writtenOffQuarter();
        UUID payment = pay();
        ledger.moveTo("2026-05-01T00:00:00Z");
        ledger.take(
                reversals.disputed(EventIds.next(), payment, quarter, LocalDate.of(2026, 5, 1), "REVENUE", "90.00"));
        ledger.moveTo("2026-06-01T00:00:00Z");

        moved("Accounts receivable", "90.00", "-90.00", "0.00", "0.00", "0.00");
        moved("Subscription revenue", "31.00", "0.00", "0.00", "0.00", "0.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00", "0.00", "0.00");
        moved("Bad debt", "0.00", "31.00", "0.00", "-31.00", "0.00");
        moved("Cash clearing", "0.00", "0.00", "0.00", "90.00", "-90.00");
        moved("Disputes", "0.00", "0.00", "0.00", "0.00", "31.00");
        moved("Recoverables", "0.00", "0.00", "0.00", "59.00", "-59.00");
    }

    /** As ST-12, though the dispute is told before the recovery of its money: it waits, and is tried again by itself. */
    @Test
    void a_dispute_before_the_recovery_of_its_money_waits_for_it_and_is_taken_back_when_it_is_won() {
        writtenOffQuarter();
        ledger.moveTo("2026-05-01T00:00:00Z");
        BillingFacts.Payment payment = billing.payment(APR_1, "90.00");
        UUID dispute = EventIds.next();
        LocalDate may = LocalDate.of(2026, 5, 1);
        ledger.take(payment.settled(), reversals.disputed(dispute, payment.id(), quarter, may, "REVENUE", "90.00"));
        assertThat(ledger.openExceptions()).containsExactly("comes-before-its-cause");
        ledger.take(reversals.recovered(quarter, payment.id(), APR_1, "90.00"));
        ledger.tryAgain();

        moved("Bad debt", "0.00", "31.00", "0.00", "-31.00", "0.00");
        moved("Disputes", "0.00", "0.00", "0.00", "0.00", "31.00");
        moved("Recoverables", "0.00", "0.00", "0.00", "59.00", "-59.00");

        ledger.take(reversals.won(dispute, payment.id(), quarter, may, "REVENUE", "90.00"));

        moved("Disputes", "0.00", "0.00", "0.00", "0.00", "0.00");
        moved("Recoverables", "0.00", "0.00", "0.00", "59.00", "0.00");
        moved("Cash clearing", "0.00", "0.00", "0.00", "90.00", "0.00");
    }

    /**
     * As ST-12 of an invoice of which 30 were paid before 60 were given up: 10.33 of the 30 had been earned, 19.67 left deferred
     * revenue for recoverables. Both go back with the money, and come again when the dispute is won.
     */
    @ParameterizedTest(name = "the given-up part recovered meanwhile: {0}")
    @ValueSource(booleans = {false, true})
    void money_that_was_paid_before_the_rest_was_given_up_goes_back_out_of_recoverables(boolean recovered) {
        BillingFacts.Payment paid = billing.payment(JAN_1, "30.00").of(quarter, "30.00");
        UUID dispute = EventIds.next();
        ledger.take(quarter.issued(), paid.settled());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, FEB_1, "60.00", "0.00", false));
        if (recovered) {
            BillingFacts.Payment late = billing.payment(FEB_1, "60.00");
            ledger.take(late.settled(), reversals.recovered(quarter, late.id(), FEB_1, "60.00"));
        }
        Map<String, Money> before = ledger.balances(null);
        ledger.moveTo("2026-03-01T00:00:00Z");

        ledger.take(reversals.disputed(dispute, paid.id(), quarter, LocalDate.of(2026, 3, 1), "REVENUE", "30.00"));

        assertThat(ledger.openExceptions()).isEmpty();
        moved("Disputes", "0.00", "0.00", "10.33");
        moved("Recoverables", "0.00", recovered ? "59.00" : "19.67", "-19.67");
        moved("Cash clearing", "30.00", recovered ? "60.00" : "0.00", "-30.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();

        ledger.take(reversals.won(dispute, paid.id(), quarter, LocalDate.of(2026, 3, 2), "REVENUE", "30.00"));

        assertThat(ledger.balances(null)).containsAllEntriesOf(before);
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void a_dispute_in_revenue_mode_that_is_won_is_taken_back() {
        paidQuarter();
        UUID dispute = EventIds.next();
        UUID payment = EventIds.next();
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.disputed(dispute, payment, quarter, FEB_1, "REVENUE", "90.00"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        ledger.take(reversals.won(dispute, payment, quarter, LocalDate.of(2026, 3, 1), "REVENUE", "90.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Disputes", "0.00", "31.00", "-31.00");
        moved("Cash clearing", "90.00", "-90.00", "90.00");
        moved("Subscription revenue", "31.00", "0.00", "59.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00");
    }

    @Test
    void a_dispute_in_receivable_mode_opens_the_invoice_again() {
        paidQuarter();
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.disputed(EventIds.next(), EventIds.next(), quarter, FEB_1, "RECEIVABLE", "90.00"));
        ledger.moveTo("2026-03-01T00:00:00Z");

        moved("Accounts receivable", "0.00", "90.00");
        moved("Cash clearing", "90.00", "-90.00");
        moved("Subscription revenue", "31.00", "28.00");
    }

    @Test
    void st_15_a_credit_note_and_its_void() {
        BillingFacts.Invoice half = billing.invoice(JAN_1).overTime("181.00", "2026-01-01", "2026-07-01");
        UUID memo = EventIds.next();
        ledger.take(half.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.memo(memo, half, FEB_1, "90.50", "0.00"));
        ledger.moveTo("2026-05-03T00:00:00Z");
        ledger.take(reversals.memoVoided(memo, half, LocalDate.of(2026, 5, 3), "90.50", "0.00"));
        ledger.moveTo("2026-07-01T00:00:00Z");

        moved("Accounts receivable", "181.00", "-90.50", "0.00", "0.00", "90.50", "0.00");
        moved("Subscription revenue", "31.00", "14.00", "15.50", "15.00", "75.50", "30.00");
        moved("Deferred revenue", "150.00", "-89.00", "-15.50", "-15.00", "-0.50", "-30.00");
        moved("Credit notes", "0.00", "15.50", "0.00", "0.00", "-15.50", "0.00");
    }

    @Test
    void st_26_a_year_refunded_in_its_second_month() {
        BillingFacts.Invoice year = billing.invoice(JAN_1).overTime("120.00", "2026-01-01", "2027-01-01");
        ledger.take(
                year.issued(),
                billing.payment(JAN_1, "120.00").of(year, "120.00").settled());
        LocalDate twoMonthsIn = LocalDate.of(2026, 3, 3);
        ledger.moveTo("2026-03-03T00:00:00Z");
        ledger.take(reversals.refund(year, twoMonthsIn, "REVERSE_REVENUE", "120.00", "0.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(ledger.balances(null).get("Refunds").amount())
                .as("61 of 365 days, where even months give 20")
                .isEqualTo("20.05");
        assertThat(ledger.balances(null).get("Deferred revenue").isZero()).isTrue();
    }

    @Test
    void what_is_left_deferred_when_a_part_was_paid_is_recoverable() {
        ledger.take(
                quarter.issued(),
                billing.payment(JAN_1, "45.00").of(quarter, "45.00").settled());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, FEB_1, "45.00", "0.00", false));
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Bad debt", "0.00", "15.50", "0.00");
        moved("Recoverables", "0.00", "29.50", "0.00");
        moved("Deferred revenue", "59.00", "-59.00", "0.00");
        moved("Accounts receivable", "45.00", "-45.00", "0.00");
    }

    /** 30 of 90 are paid, the rest is given up; then the 30 are disputed, open again and given up too. */
    @Test
    void what_was_paid_and_is_open_again_is_given_up_without_deferred_revenue_that_is_gone() {
        BillingFacts.Payment paid = billing.payment(JAN_1, "30.00").of(quarter, "30.00");
        ledger.take(quarter.issued(), paid.settled());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, FEB_1, "60.00", "0.00", "0.00"));
        moved("Recoverables", "0.00", "19.67");
        ledger.moveTo("2026-03-01T00:00:00Z");
        ledger.take(reversals.disputed(EventIds.next(), paid.id(), quarter, MAR_1, "RECEIVABLE", "30.00"));
        ledger.take(reversals.writtenOff(quarter, LocalDate.of(2026, 3, 2), "30.00", "0.00", "0.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Bad debt", "0.00", "20.67", "10.33");
        moved("Recoverables", "0.00", "19.67", "-19.67");
        moved("Deferred revenue", "59.00", "-59.00", "0.00");
        assertThat(total("Accounts receivable")).isEqualTo("0.00");
    }

    @Test
    void what_is_disputed_earns_on_and_may_be_given_up_later() {
        ledger.take(quarter.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, FEB_1, "45.00", "0.00", "45.00"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, MAR_1, "45.00", "0.00", "0.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        moved("Subscription revenue", "31.00", "14.00", "0.00");
        moved("Bad debt", "0.00", "15.50", "29.50");
        moved("Deferred revenue", "59.00", "-43.50", "-15.50");
        moved("Accounts receivable", "90.00", "-45.00", "-45.00");
        assertThat(ledger.balances(null)).doesNotContainKey("Recoverables");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void tax_is_given_back_by_the_memo_and_is_a_loss_without_relief() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("100.00").tax("10.00");
        ledger.take(invoice.issued());
        ledger.take(reversals.memo(EventIds.next(), invoice, JAN_1, "50.00", "5.00"));
        ledger.take(reversals.writtenOff(invoice, JAN_1, "50.00", "5.00", false));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(total("Credit notes")).isEqualTo("50.00");
        assertThat(total("Bad debt")).isEqualTo("55.00");
        assertThat(total("Tax payable")).isEqualTo("5.00");
        assertThat(total("Accounts receivable")).isEqualTo("0.00");
    }

    /** Source: getlago.com/docs/guide/revenue-recognition (read 2026): payments move no revenue, all that is open becomes bad debt. */
    @Test
    void lg_22_payments_move_no_revenue_and_what_is_given_up_is_bad_debt_in_full() {
        ledger.database()
                .update(
                        "insert into accounting_policy values ('US01', 'writeOff.mode', 1, 'FULL_BAD_DEBT', '2026-01-01', now(), 'test')");
        ledger.take(quarter.issued());
        ledger.moveTo("2026-02-10T00:00:00Z");
        ledger.take(billing.payment(LocalDate.of(2026, 2, 10), "30.00")
                .of(quarter, "30.00")
                .settled());
        ledger.moveTo("2026-04-15T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, LocalDate.of(2026, 4, 15), "60.00", "0.00", false));

        moved("Subscription revenue", "31.00", "28.00", "31.00", "0.00");
        moved("Accounts receivable", "90.00", "-30.00", "0.00", "-60.00");
        moved("Bad debt", "0.00", "0.00", "0.00", "60.00");
        moved("Deferred revenue", "59.00", "-28.00", "-31.00", "0.00");
    }

    @Test
    void by_allowance_the_loss_uses_up_what_was_set_aside_and_a_recovery_fills_it_again() {
        ledger.database()
                .update(
                        "insert into accounting_policy values ('US01', 'writeOff.method', 1, 'ALLOWANCE', '2026-01-01', now(), 'test')");
        writtenOffQuarter();
        pay();
        ledger.moveTo("2026-05-01T00:00:00Z");

        moved("Allowance", "0.00", "-31.00", "0.00", "31.00");
        moved("Bad debt", "0.00", "0.00", "0.00", "0.00");
        moved("Recoverables", "0.00", "0.00", "0.00", "59.00");
        moved("Accounts receivable", "90.00", "-90.00", "0.00", "0.00");
    }

    @Test
    void with_the_policy_full_bad_debt_all_is_a_loss_and_is_earned_on() {
        ledger.database()
                .update(
                        "insert into accounting_policy values ('US01', 'writeOff.mode', 1, 'FULL_BAD_DEBT', '2026-01-01', now(), 'test')");
        writtenOffQuarter();
        ledger.moveTo("2026-04-01T00:00:00Z");

        moved("Bad debt", "0.00", "90.00", "0.00");
        moved("Subscription revenue", "31.00", "28.00", "31.00");
        moved("Deferred revenue", "59.00", "-28.00", "-31.00");
    }

    private void paidQuarter() {
        ledger.take(
                quarter.issued(),
                billing.payment(JAN_1, "90.00").of(quarter, "90.00").settled());
    }

    private void writtenOffQuarter() {
        ledger.take(quarter.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.writtenOff(quarter, FEB_1, "90.00", "0.00", false));
    }

    private UUID pay() {
        ledger.moveTo("2026-04-01T00:00:00Z");
        BillingFacts.Payment payment = billing.payment(APR_1, "90.00");
        ledger.take(payment.settled(), reversals.recovered(quarter, payment.id(), APR_1, "90.00"));
        return payment.id();
    }

    private io.counterfoil.common.event.Envelope granted(BillingFacts.Invoice invoice, String origin, String amount) {
        UUID credit = EventIds.next();
        var data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("creditId", credit.toString())
                .put("kind", "CUSTOMER_CREDIT")
                .put("origin", origin)
                .put("invoiceId", invoice.id().toString())
                .put("effectiveDate", "2026-01-15");
        data.set("amount", billing.wire(amount));
        return billing.told("credit.granted", credit, LocalDate.of(2026, 1, 15), data);
    }

    /** What the account moved in each month from January on, on its normal side. */
    private void moved(String account, String... byMonth) {
        assertThat(ledger.openExceptions()).isEmpty();
        List<String> moved = new ArrayList<>();
        for (int month = 1; month <= byMonth.length; month++) {
            moved.add(ledger.balances("2026-%02d".formatted(month))
                    .getOrDefault(account, Money.zero("USD"))
                    .amount());
        }
        assertThat(moved).as(account).containsExactly(byMonth);
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private String total(String account) {
        return ledger.balances(null).getOrDefault(account, Money.zero("USD")).amount();
    }
}
