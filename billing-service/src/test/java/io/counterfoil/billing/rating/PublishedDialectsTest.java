package io.counterfoil.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialects of proration against figures that others published; each row names its source. */
class PublishedDialectsTest {

    @ParameterizedTest(name = "{0}: {1} {2} {4} to {5} is {6}/{7}")
    @CsvSource({
        "ZU-01 a, ACTUAL, MONTH, 2021-01-01, 2021-01-27, 2021-02-01, 5, 31, docs.zuora.com proration",
        "ZU-01 b, DAYS_30, MONTH, 2021-01-01, 2021-01-27, 2021-02-01, 5, 30, docs.zuora.com proration",
        "ZU-01 c, STRICT_30, MONTH, 2021-01-01, 2021-01-27, 2021-02-01, 4, 30, docs.zuora.com proration",
        "ZU-01 d, ACTUAL, MONTH, 2021-02-01, 2021-02-27, 2021-03-01, 2, 28, docs.zuora.com proration",
        "ZU-01 e, DAYS_30, MONTH, 2021-02-01, 2021-02-27, 2021-03-01, 2, 30, docs.zuora.com proration",
        "ZU-01 f, STRICT_30, MONTH, 2021-02-01, 2021-02-27, 2021-03-01, 4, 30, docs.zuora.com proration",
        "ZU-01 g, ACTUAL, MONTH, 2020-02-01, 2020-02-01, 2020-03-01, 29, 29, docs.zuora.com proration",
        "ZU-01 h, DAYS_30, MONTH, 2020-02-01, 2020-02-01, 2020-03-01, 29, 30, docs.zuora.com proration",
        "ZU-01 h, STRICT_30, MONTH, 2020-02-01, 2020-02-01, 2020-03-01, 30, 30, docs.zuora.com proration",
        "ZU-01 i, ACTUAL, MONTH, 2021-04-01, 2021-04-21, 2021-04-30, 9, 30, docs.zuora.com proration",
        "ZU-01 i, DAYS_30, MONTH, 2021-04-01, 2021-04-21, 2021-04-30, 9, 30, docs.zuora.com proration",
        "ZU-01 i, STRICT_30, MONTH, 2021-04-01, 2021-04-21, 2021-04-30, 9, 30, docs.zuora.com proration",
        "KB-20 a, THIRTY_360, MONTH, 2023-05-23, 2023-05-15, 2023-05-23, 8, 30, killbill TestInvoiceDateUtilsWithFixedProration",
        "KB-20 a, THIRTY_360, MONTH, 2024-02-23, 2024-02-15, 2024-02-23, 8, 30, killbill the same in a leap February",
        "KB-20 b, THIRTY_360, MONTH, 2023-05-15, 2023-05-23, 2023-06-15, 22, 30, killbill the same",
        "KB-20 b, THIRTY_360, MONTH, 2023-02-15, 2023-02-23, 2023-03-15, 22, 30, killbill the same in February",
        "KB-20 b, THIRTY_360, MONTH, 2024-02-15, 2024-02-23, 2024-03-15, 22, 30, killbill the same in a leap February"
    })
    void a_fragment_is_counted_as_its_dialect_counts(
            String id,
            Proration dialect,
            String rhythm,
            LocalDate anchor,
            LocalDate start,
            LocalDate end,
            long part,
            long whole,
            String source) {
        BillingPeriod period = BillingPeriod.valueOf(rhythm);
        assertThat(dialect.fragment(period, new ServicePeriod(start, end), period.around(anchor, start)))
                .as(id + ", " + source)
                .isEqualTo(new Share(part, whole));
    }

    @ParameterizedTest(name = "{0}: {1} {2} {4} to {5} is {6} periods")
    @CsvSource({
        "SF-01, ACTUAL, MONTH, 2025-03-05, 2025-03-28, 2026-02-05, 10.258065, help.salesforce.com pricing_monthly_proration_examples",
        "KB-40 a, ACTUAL, MONTH, 2011-02-13, 2011-02-01, 2011-02-13, 0.387096774, killbill proRations",
        "KB-40 b+c, ACTUAL, MONTH, 2011-01-15, 2011-01-01, 2011-02-27, 1.880184332, killbill proRations 14/31 + 1 + 12/28",
        "KB-40 d, ACTUAL, QUARTER, 2011-02-01, 2011-02-01, 2011-02-15, 0.157303371, killbill proRations",
        "KB-40 e, ACTUAL, QUARTER, 2011-02-01, 2011-02-15, 2011-05-01, 0.842696629, killbill proRations",
        "KB-40 f, ACTUAL, YEAR, 2010-02-15, 2010-03-03, 2011-02-15, 0.956164384, killbill proRations",
        "KB-40 g, ACTUAL, YEAR, 2010-02-15, 2010-02-26, 2011-02-15, 0.969863014, killbill proRations",
        "KB-40 h, ACTUAL, QUARTER, 2012-02-01, 2012-02-01, 2012-02-15, 0.155555556, killbill proRations",
        "KB-19, THIRTY_360, MONTH, 2023-05-15, 2023-05-23, 2023-06-15, 0.733333333, killbill TestInvoiceFixedProration"
    })
    void a_span_is_worth_so_many_periods(
            String id,
            Proration dialect,
            String rhythm,
            LocalDate anchor,
            LocalDate start,
            LocalDate end,
            String periods,
            String source) {
        Share share = dialect.share(BillingPeriod.valueOf(rhythm), anchor, new ServicePeriod(start, end));
        assertThat(share.decimal(periods.length() - periods.indexOf('.') - 1))
                .as(id + ", " + source)
                .isEqualTo(periods);
    }

    @ParameterizedTest(name = "{0}: {2} per {3}, {5} to {6} by {1} costs {7}")
    @CsvSource({
        "KB-11, ACTUAL, 2399.95, YEAR, 2012-06-01, 2012-06-04, 2013-06-01, 2380.22, Kill Bill #testPauseResumeAnnual",
        "KB-13, ACTUAL, 5999.95, YEAR, 2015-03-01, 2015-03-15, 2016-03-01, 5770.44, Kill Bill #testChangeAnnualToAnnual",
        "KB-13, ACTUAL, 2399.95, YEAR, 2015-01-01, 2015-03-15, 2016-01-01, 1919.96, the repaired part of the same",
        "KB-19 8d, THIRTY_360, 19.95, MONTH, 2023-05-15, 2023-05-15, 2023-05-23, 5.32, Kill Bill TestInvoiceFixedProration",
        "KB-19 22d, THIRTY_360, 19.95, MONTH, 2023-05-15, 2023-05-23, 2023-06-15, 14.63, Kill Bill TestInvoiceFixedProration",
        "KB-28 a, ACTUAL, 249.95, MONTH, 2012-07-01, 2012-07-10, 2012-07-20, 80.63, Kill Bill TestOverdueIntegration",
        "ZU-04, CALENDAR, 12000, YEAR, 2019-05-23, 2019-05-23, 2019-10-01, 4290.32, docs.zuora.com CPQ alignment (billing)",
        "ZU-04, MONTH_DECIMAL, 12000, YEAR, 2019-01-10, 2019-05-23, 2019-10-01, 4290.32, docs.zuora.com CPQ alignment (CPQ)",
        "ZU, MONTH_FIRST, 300, QUARTER, 2019-01-01, 2019-01-16, 2019-04-01, 251.61, the right figure where 251.62 is printed",
        "SF-01, ACTUAL, 90, MONTH, 2025-03-05, 2025-03-28, 2026-02-05, 923.23, help.salesforce.com monthly proration",
        "OC-01, CALENDAR, 1000, MONTH, 2014-01-01, 2014-01-08, 2014-02-01, 774.19, OCA account_move_cutoff",
        "OC-01, CALENDAR, 1000, MONTH, 2014-01-01, 2014-03-01, 2014-03-16, 483.87, OCA account_move_cutoff",
        "OC-01, CALENDAR, 1000, MONTH, 2014-01-01, 2014-01-08, 2014-03-16, 2258.06, OCA account_move_cutoff",
        "LG-01, CALENDAR, 50, MONTH, 2023-08-01, 2023-08-10, 2023-09-01, 35.48, lago-docs guide/plans",
        "LG-14, ACTUAL, 29.99, WEEK, 2024-01-01, 2024-01-02, 2024-01-08, 25.71, lago-api credit_note_rounding_spec.rb",
        "D360, DAYS_360, 3600, YEAR, 2025-01-01, 2025-01-01, 2025-02-01, 310.00, 31 of 360 days",
        "D365, DAYS_365, 3650, YEAR, 2024-01-01, 2024-01-01, 2024-03-01, 600.00, 60 of 365 days in a leap year"
    })
    void a_span_costs_what_was_published(
            String id,
            Proration dialect,
            String price,
            String rhythm,
            LocalDate anchor,
            LocalDate start,
            LocalDate end,
            String amount,
            String source) {
        Share share = dialect.share(BillingPeriod.valueOf(rhythm), anchor, new ServicePeriod(start, end));
        assertThat(Tariff.simple(Pricing.PER_UNIT, UnitPrice.of(price)).amount(Quantity.ONE, share, "USD"))
                .as(id + ", " + source)
                .isEqualTo(Money.of(amount, "USD"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "P1M, MONTH",
        "P3M, QUARTER",
        "QUARTER, QUARTER",
        "P12M, YEAR",
        "P24M, P2Y",
        "P14D, P2W",
        "WEEK, WEEK",
        "P6M, P6M"
    })
    void a_rhythm_has_one_name(String written, String name) {
        assertThat(BillingPeriod.valueOf(written).text()).isEqualTo(name);
    }

    @Test
    void the_day_on_which_summer_time_begins_has_23_hours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ServicePeriod day = new ServicePeriod(LocalDate.parse("2026-03-29"), LocalDate.parse("2026-03-30"));
        Share morning = Proration.perSecond(
                day.start().atStartOfDay(berlin), day.start().atTime(12, 0).atZone(berlin), day);
        assertThat(morning.decimal(9)).isEqualTo(new Share(11, 23).decimal(9));
    }

    /** Where a dialect counts every day once, the parts of a calendar period add up to the whole. */
    @Test
    void the_parts_of_a_period_add_up_to_the_whole() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        List<Proration> additive = List.of(
                Proration.ACTUAL,
                Proration.CALENDAR,
                Proration.STRICT_30,
                Proration.THIRTY_360,
                Proration.MONTH_FIRST,
                Proration.MONTH_DECIMAL,
                Proration.PER_SECOND);
        for (int draw = 0; draw < 100_000; draw++) {
            Proration dialect = additive.get(random.nextInt(additive.size()));
            BillingPeriod rhythm = random.nextBoolean() ? BillingPeriod.MONTH : BillingPeriod.QUARTER;
            LocalDate anchor = LocalDate.of(2020, 1 + random.nextInt(12), 1);
            ServicePeriod full = rhythm.around(anchor, anchor.plusDays(random.nextInt(2000)));
            LocalDate cut = full.start().plusDays(1 + random.nextInt((int) full.days() - 1));
            Share before = dialect.share(rhythm, anchor, new ServicePeriod(full.start(), cut));
            Share after = dialect.share(rhythm, anchor, new ServicePeriod(cut, full.end()));
            assertThat(before.plus(after).decimal(12))
                    .as("seed %s: %s %s of %s cut at %s", seed, dialect, rhythm, full, cut)
                    .isEqualTo("1.000000000000");
        }
    }

    /** In every dialect a longer fragment never costs less, and none costs more than its period. */
    @Test
    void a_longer_fragment_never_costs_less() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        for (int draw = 0; draw < 100_000; draw++) {
            Proration dialect = Proration.values()[random.nextInt(Proration.values().length)];
            BillingPeriod rhythm =
                    BillingPeriod.valueOf(random.nextBoolean() ? "MONTH" : "P" + (1 + random.nextInt(14)) + "M");
            LocalDate anchor = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500));
            ServicePeriod full = rhythm.around(anchor, anchor.plusDays(random.nextInt(2000)));
            int days = 1 + random.nextInt((int) full.days() - 1);
            Share shorter = dialect.share(
                    rhythm, anchor, new ServicePeriod(full.start(), full.start().plusDays(days)));
            Share longer = dialect.share(
                    rhythm, anchor, new ServicePeriod(full.start(), full.start().plusDays(days + 1)));
            assertThat(shorter.part() * longer.whole())
                    .as("seed %s: %s %s from %s, %s days", seed, dialect, rhythm, full, days)
                    .isLessThanOrEqualTo(longer.part() * shorter.whole());
        }
    }
}
