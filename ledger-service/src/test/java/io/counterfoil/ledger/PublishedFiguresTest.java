package io.counterfoil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Journals that others published, month by month, through our own inbox, journal and recognition. Source of the ST
 * cases: docs.stripe.com/revenue-recognition/examples (read 2026).
 */
class PublishedFiguresTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JAN_15 = LocalDate.of(2026, 1, 15);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ST-01, 31.00,  2026-01-15, 2026-02-15, 17.00 14.00 0.00,  14.00 -14.00 0.00",
        "ST-02, 365.00, 2026-01-01, 2027-01-01, 31.00 28.00 31.00, 334.00 -28.00 -31.00",
        "ST-06 revenue of a negative invoice, -31.00, 2026-01-15, 2026-02-15, -17.00 -14.00 0.00, -14.00 14.00 0.00",
    })
    void what_is_earned_by_day(String id, String amount, String start, String end, String revenue, String deferred) {
        ledger.take(billing.invoice(LocalDate.parse(start))
                .overTime(amount, start, end)
                .issued());

        ledger.moveTo("2026-04-01T00:00:00Z");

        List<String> months = List.of("2026-01", "2026-02", "2026-03");
        assertThat(months)
                .extracting(month -> moved(month, "Subscription revenue"))
                .containsExactly(revenue.split(" "));
        assertThat(months).extracting(month -> moved(month, "Deferred revenue")).containsExactly(deferred.split(" "));
    }

    @Test
    void st_01_cash_of_a_paid_invoice() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_15).overTime("31.00", "2026-01-15", "2026-02-15");
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_15, "31.00").of(invoice, "31.00").settled());

        ledger.moveTo("2026-03-01T00:00:00Z");

        assertThat(moved("2026-01", "Cash clearing")).isEqualTo("31.00");
        assertThat(moved("2026-02", "Cash clearing")).isEqualTo("0.00");
        assertThat(total("Accounts receivable")).isEqualTo("0.00");
    }

    @Test
    void st_16_paid_outside_the_gateway() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).overTime("31.00", "2026-01-01", "2026-02-01");
        ledger.take(invoice.issued());
        ledger.take(billing.payment(LocalDate.of(2026, 2, 5), "31.00")
                .by("outside")
                .of(invoice, "31.00")
                .settled());

        ledger.moveTo("2026-03-01T00:00:00Z");

        assertThat(moved("2026-01", "Accounts receivable")).isEqualTo("31.00");
        assertThat(moved("2026-02", "Accounts receivable")).isEqualTo("-31.00");
        assertThat(moved("2026-02", "External asset")).isEqualTo("31.00");
        assertThat(moved("2026-01", "Subscription revenue")).isEqualTo("31.00");
        assertThat(total("Cash clearing")).isEqualTo("0.00");
    }

    @Test
    void st_17b_tax_on_top_is_no_revenue() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1)
                .overTime("31.00", "2026-01-01", "2026-02-01")
                .tax("3.10");
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_1, "34.10").of(invoice, "34.10").settled());

        ledger.moveTo("2026-02-01T00:00:00Z");

        assertThat(moved("2026-01", "Subscription revenue")).isEqualTo("31.00");
        assertThat(moved("2026-01", "Tax payable")).isEqualTo("3.10");
        assertThat(moved("2026-01", "Cash clearing")).isEqualTo("34.10");
    }

    @Test
    void st_20_the_gateway_keeps_a_fee() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_1, "90.00").of(invoice, "90.00").fee("0.02").settled());

        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(moved("2026-01", "Cash clearing")).isEqualTo("89.98");
        assertThat(moved("2026-01", "Payment fees")).isEqualTo("0.02");
        assertThat(moved("2026-02", "Payment fees")).isEqualTo("0.00");
        assertThat(List.of("2026-01", "2026-02", "2026-03"))
                .extracting(month -> moved(month, "Subscription revenue"))
                .containsExactly("31.00", "28.00", "31.00");
    }

    private String moved(String month, String account) {
        return ledger.balances(month).getOrDefault(account, Money.zero("USD")).amount();
    }

    private String total(String account) {
        Map<String, Money> balances = ledger.balances(null);
        return balances.getOrDefault(account, Money.zero("USD")).amount();
    }
}
