package io.counterfoil.ledger.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.Seed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevenueScheduleTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    @Test
    void a_year_is_earned_by_the_days_of_each_month() {
        List<RevenueSchedule.Slice> plan =
                schedule(usd("365.00"), JAN_1, JAN_1.plusYears(1), JAN_1).plan();

        assertThat(plan)
                .extracting(slice -> slice.amount().amount())
                .startsWith("31.00", "28.00", "31.00")
                .hasSize(12);
        assertThat(plan)
                .extracting(RevenueSchedule.Slice::effectiveDate)
                .startsWith(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28));
    }

    @Test
    void months_that_were_over_when_it_was_invoiced_are_caught_up_in_the_month_of_the_invoice() {
        RevenueSchedule schedule = schedule(usd("365.00"), JAN_1, JAN_1.plusYears(1), LocalDate.of(2026, 3, 5));

        assertThat(schedule.due(LocalDate.of(2026, 2, 28)).slices()).isEmpty();
        assertThat(schedule.due(LocalDate.of(2026, 4, 30)).slices())
                .extracting(slice -> slice.amount().amount() + " on " + slice.effectiveDate())
                .containsExactly("90.00 on 2026-03-31", "30.00 on 2026-04-30");
    }

    @Test
    void a_period_that_was_over_when_it_was_invoiced_is_earned_on_the_day_of_the_invoice() {
        RevenueSchedule schedule = schedule(usd("31.00"), JAN_1, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 3));

        assertThat(schedule.due(LocalDate.of(2026, 2, 28)).slices())
                .extracting(slice -> slice.amount().amount() + " on " + slice.effectiveDate())
                .containsExactly("31.00 on 2026-02-03");
    }

    @Test
    void within_a_month_it_is_earned_through_the_day_that_is_asked_for() {
        assertThat(schedule(usd("31.00"), JAN_1, LocalDate.of(2026, 2, 1), JAN_1)
                        .due(LocalDate.of(2026, 1, 10))
                        .slices())
                .extracting(slice -> slice.amount().amount() + " on " + slice.effectiveDate())
                .containsExactly("10.00 on 2026-01-10");
    }

    @Test
    void nothing_is_due_before_it_begins() {
        assertThat(schedule(usd("31.00"), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), JAN_1)
                        .due(LocalDate.of(2026, 1, 31))
                        .slices())
                .isEmpty();
    }

    /** Any amount over any period: the parts are the whole, and each cumulative figure is the exact one, rounded. */
    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "KWD"})
    void parts_add_up_and_no_cumulative_figure_is_off(String currency) {
        long seed = Seed.announced();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Money amount = Money.ofMinor(random.nextLong(-10_000_000, 10_000_000), currency);
            LocalDate start = JAN_1.plusDays(random.nextInt(2_000));
            LocalDate end = start.plusDays(1 + random.nextInt(1_500));
            RevenueSchedule schedule = schedule(amount, start, end, start.plusDays(random.nextInt(60) - 30));
            List<RevenueSchedule.Slice> plan = schedule.plan();

            String what = "seed " + seed + ", run " + i + ": " + amount + " over " + start + ".." + end;
            assertThat(plan.stream().map(RevenueSchedule.Slice::amount).reduce(Money.zero(currency), Money::plus))
                    .as(what)
                    .isEqualTo(amount);
            plan.forEach(slice -> assertThat(distance(slice.cumulative(), amount, start, end, slice.end()))
                    .as(what + " until " + slice.end())
                    .isLessThanOrEqualTo(new BigDecimal("0.5")));
            assertThat(plan.get(plan.size() - 1).end()).as(what).isEqualTo(end);
        }
    }

    /** Recognised in any steps, it comes to the same. */
    @Test
    void it_does_not_matter_in_how_many_runs_it_is_recognised() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            RevenueSchedule schedule = schedule(
                    usd(random.nextInt(1, 100_000) + ".37"),
                    JAN_1,
                    JAN_1.plusDays(1 + random.nextInt(700)),
                    JAN_1.plusDays(random.nextInt(40)));
            Money recognised = Money.zero("USD");
            LocalDate through = JAN_1;
            while (through.isBefore(schedule.end().plusDays(50))) {
                through = through.plusDays(1 + random.nextInt(50));
                for (RevenueSchedule.Slice slice : schedule.due(through).slices()) {
                    recognised = recognised.plus(slice.amount());
                    schedule = recognised(schedule, slice);
                }
            }
            assertThat(recognised).as("seed " + seed + ", run " + i).isEqualTo(schedule.amount());
        }
    }

    private static BigDecimal distance(
            Money cumulative, Money amount, LocalDate start, LocalDate end, LocalDate until) {
        BigDecimal exact = BigDecimal.valueOf(amount.minor())
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(start, until)))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)), MathContext.DECIMAL128);
        return exact.subtract(BigDecimal.valueOf(cumulative.minor())).abs();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static RevenueSchedule schedule(Money amount, LocalDate start, LocalDate end, LocalDate billedOn) {
        return at(amount, start, end, billedOn, Money.zero(amount.currency()), start);
    }

    private static RevenueSchedule recognised(RevenueSchedule before, RevenueSchedule.Slice slice) {
        return at(before.amount(), before.start(), before.end(), before.billedOn(), slice.cumulative(), slice.end());
    }

    private static RevenueSchedule at(
            Money amount, LocalDate start, LocalDate end, LocalDate billedOn, Money recognised, LocalDate until) {
        return new RevenueSchedule(
                EventIds.next(),
                1,
                "US01",
                EventIds.next(),
                EventIds.next(),
                null,
                "obligation",
                EventIds.next(),
                "INV-1",
                EventIds.next(),
                "PLATFORM",
                RevenueSchedule.OVER_TIME_DAILY,
                amount,
                amount,
                amount,
                Method.DAY,
                Method.Remainder.LAST,
                start,
                end,
                billedOn,
                recognised,
                until,
                until.isBefore(end) ? until : null,
                List.of(),
                recognised.isZero() ? List.of() : List.of(new RevenueSchedule.Recognised(until, recognised)),
                EventIds.next(),
                1,
                "c");
    }
}
