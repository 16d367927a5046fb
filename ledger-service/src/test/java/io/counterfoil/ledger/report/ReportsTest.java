package io.counterfoil.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void a_year_billed_in_january_and_a_quarter_in_march() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        ledger.take(billing.invoice(JAN_1)
                .overTime("365.00", "2026-01-01", "2027-01-01")
                .issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.moveTo("2026-03-05T08:00:00Z");
        ledger.take(billing.invoice(LocalDate.of(2026, 3, 1))
                .overTime("92.00", "2026-03-01", "2026-06-01")
                .issued());
        ledger.moveTo("2026-04-01T00:00:00Z");
    }

    @Test
    void deferred_revenue_rolls_forward_from_opening_to_closing() {
        assertThat(rollForward(null))
                .containsExactly(
                        "2026-01 0.00 + 365.00 - 31.00 + 0.00 = 334.00",
                        "2026-02 334.00 + 0.00 - 28.00 + 0.00 = 306.00",
                        "2026-03 306.00 + 92.00 - 62.00 + 0.00 = 336.00",
                        "2026-04 336.00 + 0.00 - 0.00 + 0.00 = 336.00");
    }

    @Test
    void it_is_as_it_was_known_at_any_time_before() {
        assertThat(rollForward(Instant.parse("2026-02-15T00:00:00Z")))
                .containsExactly(
                        "2026-01 0.00 + 365.00 - 31.00 + 0.00 = 334.00",
                        "2026-02 334.00 + 0.00 - 0.00 + 0.00 = 334.00",
                        "2026-03 334.00 + 0.00 - 0.00 + 0.00 = 334.00",
                        "2026-04 334.00 + 0.00 - 0.00 + 0.00 = 334.00");
    }

    @Test
    void the_waterfall_shows_what_was_and_what_will_be_recognised() {
        ReportJson.WaterfallRow row = waterfall();

        assertThat(row.months())
                .extracting(month ->
                        month.recognised().amount() + "|" + month.planned().amount())
                .containsExactly("31.00|0.00", "28.00|0.00", "62.00|0.00", "0.00|60.00", "0.00|62.00", "0.00|30.00");
        assertThat(row.later()).isEqualTo(Money.of("184.00", "USD"));
        assertThat(row.total()).isEqualTo(Money.of("457.00", "USD"));
    }

    @Test
    void a_bent_schedule_plans_as_its_curve_does() {
        ReportJson.WaterfallRow plain = waterfall();
        ledger.database().update("update schedule_progress set plain = false");

        assertThat(waterfall()).isEqualTo(plain);
    }

    @Test
    void what_is_promised_and_not_earned_remains() {
        RemainingObligations remaining = ledger.get(RemainingObligations.class);

        assertThat(remaining.of("US01", null, LocalDate.of(2026, 3, 31), null).items())
                .extracting(row -> row.promised().amount() + " "
                        + row.recognised().amount() + " " + row.remaining().amount() + " "
                        + row.unbilled().amount())
                .containsExactly("457.00 121.00 336.00 0.00");
        assertThat(remaining.of("US01", null, LocalDate.of(2026, 2, 28), null).items())
                .extracting(row -> row.remaining().amount())
                .containsExactly("306.00");
    }

    private ReportJson.WaterfallRow waterfall() {
        return ledger.get(RevenueWaterfall.class)
                .of("US01", YearMonth.of(2026, 1), 6, null)
                .items()
                .get(0);
    }

    private List<String> rollForward(Instant knownAt) {
        return ledger
                .get(DeferredRollForward.class)
                .of("US01", YearMonth.of(2026, 1), YearMonth.of(2026, 4), knownAt)
                .items()
                .stream()
                .map(month -> month.month() + " " + month.opening().amount() + " + "
                        + month.billed().amount() + " - " + month.recognised().amount() + " + "
                        + month.credited().amount() + " = " + month.closing().amount())
                .toList();
    }
}
