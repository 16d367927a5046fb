package io.counterfoil.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.schedule.AsOf;
import io.counterfoil.ledger.schedule.RevenueSchedules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final ReversalFacts reversals = new ReversalFacts(billing);

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

    @Test
    void what_was_seen_at_any_time_is_seen_again_as_known_then() {
        BillingFacts.Invoice half =
                billing.invoice(LocalDate.of(2026, 4, 1)).overTime("181.00", "2026-04-01", "2026-10-01");
        UUID memo = EventIds.next();
        Map<String, List<Object>> seen = new LinkedHashMap<>();
        step(seen, "2026-04-02T08:00:00Z", half.issued());
        step(seen, "2026-05-02T08:00:00Z", reversals.memo(memo, half, LocalDate.of(2026, 5, 2), "90.50", "0.00"));
        step(seen, "2026-06-15T08:00:00Z");
        step(seen, "2026-07-03T08:00:00Z", reversals.memoVoided(memo, half, LocalDate.of(2026, 7, 3), "90.50", "0.00"));
        step(seen, "2026-08-01T00:00:00Z");

        seen.forEach((moment, then) -> assertThat(view(new AsOf(null, Instant.parse(moment))))
                .as(moment)
                .isEqualTo(then));
    }

    @Test
    void effective_on_a_day_what_took_effect_later_does_not_count() {
        AsOf endOfFebruary = new AsOf(LocalDate.of(2026, 2, 28), null);

        assertThat(ledger.get(RevenueWaterfall.class)
                        .of("US01", YearMonth.of(2026, 1), 3, endOfFebruary)
                        .items()
                        .get(0)
                        .months())
                .extracting(month ->
                        month.recognised().amount() + "|" + month.planned().amount())
                .containsExactly("31.00|0.00", "28.00|0.00", "0.00|31.00");
        List<String> schedules = new ArrayList<>();
        ledger.get(RevenueSchedules.class)
                .each(
                        "US01",
                        endOfFebruary,
                        each -> schedules.add(each.recognised().amount()));
        assertThat(schedules).containsExactly("59.00");
    }

    private void step(Map<String, List<Object>> seen, String moment, Envelope... facts) {
        ledger.moveTo(moment);
        ledger.take(facts);
        ledger.recognise();
        seen.put(moment, view(AsOf.NOW));
    }

    private List<Object> view(AsOf asOf) {
        return List.of(
                ledger.get(RevenueWaterfall.class)
                        .of("US01", YearMonth.of(2026, 1), 12, asOf)
                        .items(),
                ledger.get(DeferredRollForward.class)
                        .of("US01", YearMonth.of(2026, 1), YearMonth.of(2026, 12), asOf)
                        .items(),
                ledger.get(RemainingObligations.class)
                        .of("US01", null, LocalDate.of(2026, 12, 31), asOf.knownAt())
                        .items());
    }

    private ReportJson.WaterfallRow waterfall() {
        return ledger.get(RevenueWaterfall.class)
                .of("US01", YearMonth.of(2026, 1), 6, AsOf.NOW)
                .items()
                .get(0);
    }

    private List<String> rollForward(Instant knownAt) {
        return ledger
                .get(DeferredRollForward.class)
                .of("US01", YearMonth.of(2026, 1), YearMonth.of(2026, 4), new AsOf(null, knownAt))
                .items()
                .stream()
                .map(month -> month.month() + " " + month.opening().amount() + " + "
                        + month.billed().amount() + " - " + month.recognised().amount() + " + "
                        + month.credited().amount() + " = " + month.closing().amount())
                .toList();
    }
}
