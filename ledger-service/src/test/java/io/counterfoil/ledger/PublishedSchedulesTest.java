package io.counterfoil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.Retold;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Schedules and journals of others than those of the first table (all read 2026). ST: docs.stripe.com/revenue-recognition,
 * revenue-settings/examples, examples/credit-notes, methodology/refunds-and-disputes, methodology/subscriptions-and-invoicing; EN:
 * frappe/erpnext, test_sales_invoice.py, test_deferred_revenue_and_expense.py, test_process_deferred_accounting.py; OD:
 * odoo/documentation, deferred_revenues.rst; OC: OCA/account-closing, test_account_cutoff_prepaid.py; LG: getlago.com/docs,
 * revenue-recognition; MS: MicrosoftDocs/dynamics-365-unified-operations-public, Deferral-posting-methods.md. Years are those of these
 * books, with as many days.
 */
class PublishedSchedulesTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final ReversalFacts reversals = new ReversalFacts(billing);

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @AfterEach
    void the_books_hold() {
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** Revenue by month from the month of the service on; invoiced on its first day, OC-05 long before. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ST-30 by day,            DAY,                 120.00,  2026-06-15, 2026-10-13, 16.00 31.00 31.00 30.00 12.00",
        "ST-30 by month evenly,   MONTH_EVEN,          120.00,  2026-06-15, 2026-10-13, 30.00 30.00 30.00 30.00 0.00",
        "EN-01 days of each month, MONTH_WEIGHTED,     100.00,  2026-01-10, 2026-03-16, 33.85 43.08 23.07",
        "EN-03 months,            MONTH_EVEN_PRORATED, 300.00,  2026-05-01, 2026-08-01, 100.00 100.00 100.00 0.00",
        "OD-01 months,            MONTH_EVEN_PRORATED, 1200.00, 2026-01-01, 2027-01-01, 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00",
        "OD-02 days,              DAY,                 1200.00, 2026-01-01, 2027-01-01, 101.92 92.05",
        "OD-04 full months,       MONTH_EVEN,          1200.00, 2026-01-15, 2027-01-15, 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 0.00",
        "OC-05 cut-off,           DAY,                 91.00,   2026-04-01, 2026-07-01, 30.00 31.00 30.00",
    })
    void what_others_earn_by_month(String id, String method, String amount, String start, String end, String revenue) {
        method(method);
        LocalDate first = LocalDate.parse(start);
        String[] months = revenue.split(" ");
        ledger.take(billing.invoice(id.startsWith("OC-05") ? LocalDate.of(2026, 1, 15) : first)
                .overTime(amount, start, end)
                .issued());
        ledger.moveTo(YearMonth.from(first).plusMonths(months.length).atDay(1) + "T00:00:00Z");

        assertThat(moved("Subscription revenue", YearMonth.from(first), months.length))
                .isEqualTo(revenue);
    }

    /** A for 1,200 and B for 600 over the year, C for 600 over the next one: 150 in January; 2,250, then 2,100 are left. */
    @Test
    void od_03_three_invoices_of_which_one_has_not_begun() {
        method("MONTH_EVEN_PRORATED");
        ledger.take(
                billing.invoice(JAN_1)
                        .overTime("1200.00", "2026-01-01", "2027-01-01")
                        .issued(),
                billing.invoice(JAN_1)
                        .overTime("600.00", "2026-01-01", "2027-01-01")
                        .issued(),
                billing.invoice(JAN_1)
                        .overTime("600.00", "2027-01-01", "2028-01-01")
                        .issued());

        ledger.moveTo("2026-02-01T00:00:00Z");
        assertThat(total("Subscription revenue")).isEqualTo("150.00");
        assertThat(total("Deferred revenue")).isEqualTo("2250.00");
        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(total("Subscription revenue")).isEqualTo("300.00");
        assertThat(total("Deferred revenue")).isEqualTo("2100.00");
    }

    @Test
    void st_31_a_credit_note_before_the_payment_is_a_discount_from_the_beginning() {
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("120.00", "2026-01-01", "2026-04-01");
        ledger.take(quarter.issued(), reversals.memo(EventIds.next(), quarter, JAN_1, "30.00", "0.00"));
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(billing.payment(FEB_1, "90.00").of(quarter, "90.00").settled());
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(quarter("Accounts receivable")).isEqualTo("90.00 -90.00 0.00");
        assertThat(quarter("Cash clearing")).isEqualTo("0.00 90.00 0.00");
        assertThat(quarter("Subscription revenue")).isEqualTo("31.00 28.00 31.00");
        assertThat(quarter("Deferred revenue")).isEqualTo("59.00 -28.00 -31.00");
    }

    @Test
    void st_32_a_single_payment_that_is_refunded() {
        BillingFacts.Invoice once = paid(billing.invoice(JAN_1).atOnce("90.00"));
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.refund(once, FEB_1, "REVERSE_REVENUE", "90.00", "0.00"));

        assertThat(quarter("Services revenue")).isEqualTo("90.00 0.00 0.00");
        assertThat(quarter("Refunds")).isEqualTo("0.00 90.00 0.00");
    }

    @Test
    void st_33_a_quarter_that_is_disputed() {
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        BillingFacts.Payment payment = billing.payment(JAN_1, "90.00").of(quarter, "90.00");
        ledger.take(quarter.issued(), payment.settled());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(reversals.disputed(EventIds.next(), payment.id(), quarter, FEB_1, "REVENUE", "90.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(quarter("Subscription revenue")).isEqualTo("31.00 0.00 0.00");
        assertThat(quarter("Disputes")).isEqualTo("0.00 31.00 0.00");
        assertThat(quarter("Deferred revenue")).isEqualTo("59.00 -59.00 0.00");
    }

    /** 90 a month, 120 from the 21st on, billed at once: 20 days at 3 and 10 at 4. */
    @Test
    void st_34_an_upgrade_that_is_billed_on_its_day() {
        ledger.take(
                billing.invoice(LocalDate.of(2026, 4, 1))
                        .overTime("90.00", "2026-04-01", "2026-05-01")
                        .issued(),
                billing.invoice(LocalDate.of(2026, 4, 21))
                        .overTime("-30.00", "2026-04-21", "2026-05-01")
                        .overTime("40.00", "2026-04-21", "2026-05-01")
                        .issued());
        ledger.moveTo("2026-05-01T00:00:00Z");

        assertThat(moved("Subscription revenue", YearMonth.of(2026, 4), 1)).isEqualTo("100.00");
        assertThat(total("Deferred revenue")).isEqualTo("0.00");
    }

    /** 100 of credit is bought, 30 of it is used in January: that much is earned, 70 are owed. */
    @Test
    void lg_23_prepaid_credit_is_earned_as_it_is_used() {
        UUID credit = EventIds.next();
        UUID usage = EventIds.next();
        BillingFacts.Invoice topUp = billing.invoice(JAN_1).with("CREDITS", "POINT_IN_TIME", "100.00");
        ((ObjectNode) topUp.lines().get(0)).put("type", "PREPAID");
        paid(topUp);
        ledger.take(billing.delivered(usage, LocalDate.of(2026, 1, 20), "30.00"));
        ledger.take(drawing(
                billing.invoice(LocalDate.of(2026, 1, 31))
                        .accrued(usage, "USAGE", "POINT_IN_TIME", "30.00")
                        .issued(),
                credit,
                "30.00"));

        assertThat(total("Usage revenue")).isEqualTo("30.00");
        assertThat(total("Prepaid liability")).isEqualTo("70.00");
        assertThat(total("Accounts receivable")).isEqualTo("0.00");
        assertThat(total("Cash clearing")).isEqualTo("100.00");
    }

    /** 200 calls at 0.05 on 3 January: earned on that day, unbilled until the invoice. */
    @Test
    void lg_24_usage_is_earned_on_its_day() {
        ledger.take(billing.delivered(EventIds.next(), LocalDate.of(2026, 1, 3), "10.00"));

        assertThat(total("Usage revenue")).isEqualTo("10.00");
        assertThat(total("Unbilled receivable")).isEqualTo("10.00");
    }

    @Test
    void ms_07_one_invoice_that_is_deferred_and_one_that_is_not() {
        ledger.take(
                billing.invoice(JAN_1)
                        .overTime("3000.00", "2026-01-01", "2027-01-01")
                        .issued(),
                billing.invoice(JAN_1).atOnce("2000.00").issued());

        assertThat(total("Accounts receivable")).isEqualTo("5000.00");
        assertThat(total("Services revenue")).isEqualTo("2000.00");
        assertThat(total("Deferred revenue")).isEqualTo("3000.00");
    }

    private BillingFacts.Invoice paid(BillingFacts.Invoice invoice) {
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_1, invoice.total())
                        .of(invoice, invoice.total())
                        .settled());
        return invoice;
    }

    private Envelope drawing(Envelope issued, UUID credit, String amount) {
        ObjectNode data = issued.dataAs(ObjectNode.class);
        data.set("prepaidAmount", billing.wire(amount));
        ObjectNode used = data.putArray("prepaidApplied").addObject().put("creditId", credit.toString());
        used.set("amount", billing.wire(amount));
        data.set("payableAmount", billing.wire("0.00"));
        return Retold.with(issued, data.toString());
    }

    private void method(String name) {
        ledger.database()
                .update(
                        "insert into revenue_policy (id, legal_entity_id, method, remainder, decided_by, recorded_at) "
                                + "values (gen_random_uuid(), 'US01', ?, 'LAST', 'test', now())",
                        name);
    }

    private String quarter(String account) {
        return moved(account, YearMonth.of(2026, 1), 3);
    }

    private String moved(String account, YearMonth from, int months) {
        return IntStream.range(0, months)
                .mapToObj(i -> ledger.balances(from.plusMonths(i).toString())
                        .getOrDefault(account, Money.zero("USD"))
                        .amount())
                .collect(Collectors.joining(" "));
    }

    private String total(String account) {
        return ledger.balances(null).getOrDefault(account, Money.zero("USD")).amount();
    }
}
