package io.counterfoil.ledger.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a reversal is split at the start of its day, and what it leaves of the schedule. The ST figures are those of
 * docs.stripe.com/revenue-recognition/examples (read 2026).
 */
class EarnedSharesTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final UUID memo = EventIds.next();

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void a_full_reversal_takes_what_is_earned_and_what_is_not_st_07_st_09() {
        UUID line = line("90.00", "2026-01-01", "2026-04-01");

        assertThat(reverse(line, "90.00", FEB_1, null)).isEqualTo("31.00 59.00");

        ledger.moveTo("2026-05-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02", "2026-03", "2026-04"))
                .containsExactly("31.00", "0.00", "0.00", "0.00");
    }

    @Test
    void half_a_reversal_halves_the_days_to_come_and_taking_it_back_catches_up_st_15() {
        UUID line = line("181.00", "2026-01-01", "2026-07-01");
        assertThat(reverse(line, "90.50", FEB_1, null)).isEqualTo("15.50 75.00");
        ledger.moveTo("2026-05-01T00:00:00Z");

        assertThat(inTransaction(() -> shares().takeBack(memo, EventIds.next(), LocalDate.of(2026, 5, 3))))
                .extracting(EarnedSharesTest::words)
                .containsExactly("15.50 75.00");

        ledger.moveTo("2026-08-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"))
                .containsExactly("31.00", "14.00", "15.50", "15.00", "75.50", "30.00");
    }

    @Test
    void a_reversal_that_is_known_late_corrects_the_months_that_it_concerns() {
        UUID line = line("181.00", "2026-01-01", "2026-07-01");
        ledger.moveTo("2026-04-01T00:00:00Z");

        reverse(line, "90.50", FEB_1, null);

        ledger.moveTo("2026-08-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"))
                .containsExactly("31.00", "14.00", "15.50", "15.00", "15.50", "15.00");
    }

    @Test
    void taking_back_after_the_end_catches_up_on_its_day() {
        UUID line = line("90.00", "2026-01-01", "2026-04-01");
        reverse(line, "90.00", FEB_1, null);
        ledger.moveTo("2026-05-01T00:00:00Z");

        inTransaction(() -> shares().takeBack(memo, EventIds.next(), LocalDate.of(2026, 5, 10)));

        ledger.moveTo("2026-06-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-05")).containsExactly("31.00", "59.00");
    }

    @Test
    void a_release_ends_the_schedule_st_10() {
        UUID line = line("90.00", "2026-01-01", "2026-04-01");

        assertThat(reverse(line, "45.00", FEB_1, null)).isEqualTo("15.50 29.50");
        assertThat(inTransaction(() -> shares().release(EventIds.next(), List.of(line), FEB_1)))
                .extracting(EarnedSharesTest::words)
                .containsExactly("0.00 29.50");

        ledger.moveTo("2026-05-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02")).containsExactly("31.00", "0.00");
    }

    @Test
    void a_credit_of_days_to_come_takes_the_revenue_of_those_days() {
        UUID line = line("90.00", "2026-01-01", "2026-04-01");

        assertThat(reverse(line, "31.00", FEB_1, new ServicePeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1))))
                .isEqualTo("0.00 31.00");

        ledger.moveTo("2026-05-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "28.00", "0.00");
    }

    @Test
    void what_was_earned_at_once_is_earned() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("10.00");
        ledger.take(invoice.issued());

        assertThat(reverse(lineOf(invoice.id()), "10.00", JAN_1, null)).isEqualTo("10.00 0.00");
    }

    @Test
    void more_than_is_left_is_refused_and_so_is_a_line_that_nobody_knows() {
        UUID line = line("90.00", "2026-01-01", "2026-04-01");
        reverse(line, "60.00", FEB_1, null);

        assertThatThrownBy(() -> reverse(line, "30.01", FEB_1, null)).isInstanceOf(ReversalExceedsLine.class);
        assertThatThrownBy(() -> reverse(EventIds.next(), "1.00", FEB_1, null)).isInstanceOf(UnknownInvoiceLine.class);
    }

    private UUID line(String amount, String start, String end) {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).overTime(amount, start, end);
        ledger.take(invoice.issued());
        return lineOf(invoice.id());
    }

    private UUID lineOf(UUID invoiceId) {
        return ledger.database()
                .query("select invoice_line_id from revenue_schedule where invoice_id = ?", invoiceId)
                .one(row -> row.uuid("invoice_line_id"))
                .orElseThrow();
    }

    private String reverse(UUID line, String net, LocalDate day, ServicePeriod period) {
        EarnedShares.Reversal reversal = new EarnedShares.Reversal(memo, line, Money.of(net, "USD"), day, period);
        return words(inTransaction(() -> shares().reverse(List.of(reversal))).get(0));
    }

    private EarnedShares shares() {
        return ledger.get(EarnedShares.class);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return ledger.postgres().transactions().fresh(work);
    }

    private static String words(EarnedShares.Split split) {
        return split.earned().amount() + " " + split.unearned().amount();
    }

    private List<String> revenue(String... months) {
        return List.of(months).stream()
                .map(month -> ledger.balances(month)
                        .getOrDefault("Subscription revenue", Money.zero("USD"))
                        .amount())
                .toList();
    }
}
