package io.counterfoil.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.Seed;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnchoredPeriodsTest {
    private static final LocalDate ANCHOR = LocalDate.parse("2012-03-31");
    private static final List<BillingPeriod> RHYTHMS = List.of(
            BillingPeriod.DAY,
            BillingPeriod.WEEK,
            BillingPeriod.valueOf("P2W"),
            BillingPeriod.MONTH,
            BillingPeriod.QUARTER,
            BillingPeriod.valueOf("P5M"),
            BillingPeriod.YEAR,
            BillingPeriod.valueOf("P3Y"));

    /** KB-25: Kill Bill, TestIntegration l. 246-345: anchor 31, 29.95 a month. */
    @Test
    void a_month_that_is_anchored_on_the_31st_does_not_drift() {
        List<ServicePeriod> periods =
                BillingPeriod.MONTH.inAdvance(ANCHOR, ANCHOR, LocalDate.parse("2012-06-30"), null);
        assertThat(periods)
                .extracting(ServicePeriod::toString)
                .containsExactly(
                        "2012-03-31/2012-04-30",
                        "2012-04-30/2012-05-31",
                        "2012-05-31/2012-06-30",
                        "2012-06-30/2012-07-31");
        assertThat(periods).allSatisfy(period -> assertThat(Tariff.simple(Pricing.PER_UNIT, UnitPrice.of("29.95"))
                        .amount(Quantity.ONE, Proration.ACTUAL.share(BillingPeriod.MONTH, ANCHOR, period), "USD"))
                .isEqualTo(Money.of("29.95", "USD")));
    }

    @Test
    void a_year_from_leap_day_comes_back_to_leap_day() {
        LocalDate leap = LocalDate.parse("2024-02-29");
        assertThat(BillingPeriod.YEAR.inAdvance(leap, leap, LocalDate.parse("2028-03-01"), null))
                .extracting(ServicePeriod::toString)
                .containsExactly(
                        "2024-02-29/2025-02-28",
                        "2025-02-28/2026-02-28",
                        "2026-02-28/2027-02-28",
                        "2027-02-28/2028-02-29",
                        "2028-02-29/2029-02-28");
    }

    @Test
    void the_last_period_ends_with_the_term_and_costs_its_share() {
        LocalDate start = LocalDate.parse("2026-01-01");
        LocalDate end = LocalDate.parse("2027-07-01");
        List<ServicePeriod> periods = BillingPeriod.YEAR.inAdvance(start, start, LocalDate.parse("2030-01-01"), end);
        assertThat(periods)
                .extracting(ServicePeriod::toString)
                .containsExactly("2026-01-01/2027-01-01", "2027-01-01/2027-07-01");
        assertThat(Proration.ACTUAL.share(BillingPeriod.YEAR, start, periods.get(1)))
                .isEqualTo(new Share(181, 365));
    }

    @Test
    void nothing_is_due_before_its_day() {
        assertThat(BillingPeriod.MONTH.inAdvance(ANCHOR, ANCHOR, ANCHOR.minusDays(1), null))
                .isEmpty();
    }

    @Test
    void a_service_period_has_at_least_one_day() {
        assertThatThrownBy(() -> new ServicePeriod(ANCHOR, ANCHOR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periods_of_any_anchor_follow_each_other_without_gap_or_overlap() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        for (int draw = 0; draw < 20_000; draw++) {
            LocalDate anchor = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
            BillingPeriod rhythm = RHYTHMS.get(random.nextInt(RHYTHMS.size()));
            LocalDate day = anchor.plusDays(random.nextInt(4_000));
            ServicePeriod around = rhythm.around(anchor, day);
            assertThat(around.contains(day))
                    .as("seed %s: %s in %s", seed, day, around)
                    .isTrue();
            assertThat(rhythm.around(anchor, around.end()).start())
                    .as("seed %s: after %s", seed, around)
                    .isEqualTo(around.end());
        }
    }
}
