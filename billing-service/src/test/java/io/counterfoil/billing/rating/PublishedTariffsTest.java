package io.counterfoil.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiers, packages and percentages against figures that others published; the source is named with each. */
class PublishedTariffsTest {

    private static final Map<String, List<Tier>> TIERS = Map.of(
            "bullets", List.of(tier(null, "2.95", "0", "100")),
            "small", List.of(tier("10", "1.5", "0", null), tier("110", "1.0", "0", null), tier(null, "0.5", "0", null)),
            "blocks",
                    List.of(
                            tier("1000", "1", "0", "100"),
                            tier("101000", "1", "0", "1000"),
                            tier(null, "0.5", "0", "1000")),
            "water", List.of(tier("1000", "1.5", "30", null), tier(null, "2.0", "0", null)),
            "water top", List.of(tier("1000", "1.5", "30", null), tier(null, "2.0", "30", null)),
            "lago graduated",
                    List.of(tier("10", "10", "2", null), tier("20", "5", "3", null), tier(null, "5", "3", null)),
            "lago volume",
                    List.of(tier("100", "2", "10", null), tier("200", "1", "0", null), tier(null, "0.5", "50", null)),
            "calls", List.of(tier(null, "0.0006", "10", null)),
            "stripe", List.of(tier("5", "7", "0", null), tier("10", "6.5", "0", null), tier(null, "6", "0", null)),
            "zuora", List.of(tier("10", "2", "0", null), tier(null, "3", "0", null)));

    private static Tier tier(String upTo, String price, String flat, String block) {
        return new Tier(
                upTo == null ? null : Quantity.of(upTo),
                UnitPrice.of(price),
                UnitPrice.of(flat),
                block == null ? null : Quantity.of(block));
    }

    @ParameterizedTest(name = "{0}: {3} units of {2} {1} cost {4} ({5})")
    @CsvSource({
        "KB-32 q50, GRADUATED, bullets, 50, 2.95, Kill Bill usage/TestUsageInArrear",
        "KB-32 q99, GRADUATED, bullets, 99, 2.95, Kill Bill usage/TestUsageInArrear",
        "KB-32 q199, GRADUATED, bullets, 199, 5.90, Kill Bill usage/TestUsageInArrear",
        "KB-32 q300, GRADUATED, bullets, 300, 8.85, Kill Bill usage/TestUsageInArrear",
        "KB-32 q350, GRADUATED, bullets, 350, 11.80, Kill Bill usage/TestUsageInArrear",
        "KB-34 all, GRADUATED, small, 111, 115.50, killbill TestContiguousIntervalConsumableInArrear",
        "KB-34 top, TOP_TIER, small, 111, 55.50, killbill TestContiguousIntervalConsumableInArrear",
        "KB-35 all, GRADUATED, blocks, 5325, 15.00, killbill the same l. 183-275",
        "KB-35 top1000, TOP_TIER, blocks, 1000, 10.00, killbill the same l. 183-275",
        "KB-35 top101000, TOP_TIER, blocks, 101000, 101.00, killbill the same l. 183-275",
        "KB-35 top101001, TOP_TIER, blocks, 101001, 51.00, killbill the same l. 183-275",
        "KB-35 top300000, TOP_TIER, blocks, 300000, 150.00, killbill the same l. 183-275",
        "KB-37 400, GRADUATED, water, 400, 630.00, killbill-docs catalog-examples.adoc",
        "KB-37 1200, GRADUATED, water, 1200, 1930.00, killbill-docs catalog-examples.adoc",
        "KB-37 top, TOP_TIER, water top, 1200, 2430.00, killbill-docs catalog-examples.adoc",
        "LG-04 q0, GRADUATED, lago graduated, 0, 2.00, lago-api graduated_service_spec.rb",
        "LG-04 q1, GRADUATED, lago graduated, 1, 12.00, lago-api graduated_service_spec.rb",
        "LG-04 q10, GRADUATED, lago graduated, 10, 102.00, lago-api graduated_service_spec.rb",
        "LG-04 q11, GRADUATED, lago graduated, 11, 110.00, lago-api graduated_service_spec.rb",
        "LG-04 q12, GRADUATED, lago graduated, 12, 115.00, lago-api graduated_service_spec.rb",
        "LG-04 q21, GRADUATED, lago graduated, 21, 163.00, lago-api graduated_service_spec.rb",
        "LG-05 q0, VOLUME, lago volume, 0, 0.00, lago-api volume_service_spec.rb",
        "LG-05 q1, VOLUME, lago volume, 1, 12.00, lago-api volume_service_spec.rb",
        "LG-05 q100, VOLUME, lago volume, 100, 210.00, lago-api volume_service_spec.rb",
        "LG-05 q100.5, VOLUME, lago volume, 100.5, 100.50, lago-api volume_service_spec.rb",
        "LG-05 q101, VOLUME, lago volume, 101, 101.00, lago-api volume_service_spec.rb",
        "LG-05 q200, VOLUME, lago volume, 200, 200.00, lago-api volume_service_spec.rb",
        "LG-05 q210, VOLUME, lago volume, 210, 155.00, lago-api volume_service_spec.rb",
        "LG-05 q300, VOLUME, lago volume, 300, 200.00, lago-api volume_service_spec.rb",
        "LG-09, VOLUME, calls, 65000, 49.00, lago-docs volume",
        "ST-23 volume q1, VOLUME, stripe, 1, 7.00, docs.stripe.com tiered-pricing",
        "ST-23 volume q5, VOLUME, stripe, 5, 35.00, docs.stripe.com tiered-pricing",
        "ST-23 volume q6, VOLUME, stripe, 6, 39.00, docs.stripe.com tiered-pricing",
        "ST-23 volume q20, VOLUME, stripe, 20, 120.00, docs.stripe.com tiered-pricing",
        "ST-23 volume q25, VOLUME, stripe, 25, 150.00, docs.stripe.com tiered-pricing",
        "ST-23 graduated q6, GRADUATED, stripe, 6, 41.50, docs.stripe.com tiered-pricing",
        "ST-23 graduated q20, GRADUATED, stripe, 20, 127.50, docs.stripe.com tiered-pricing",
        "ST-23 graduated q25, GRADUATED, stripe, 25, 157.50, docs.stripe.com tiered-pricing",
        "ZU-05, GRADUATED, zuora, 15, 35.00, docs.zuora.com on-demand usage rating"
    })
    void a_tiered_price_costs_what_was_published(
            String id, String model, String tiers, String units, String amount, String source) {
        List<Tier> steps = TIERS.get(tiers);
        Price price =
                switch (model) {
                    case "GRADUATED" -> new Price.Graduated(steps);
                    case "VOLUME" -> new Price.Volume(steps);
                    default -> new Price.TopTier(steps);
                };
        assertThat(Tariff.of(price).amount(Quantity.of(units), Share.WHOLE, "USD"))
                .as(id + ", " + source)
                .isEqualTo(Money.of(amount, "USD"));
    }

    /** LG-05: lago-api volume_service_spec.rb, prorated: the tier by the full quantity, the flat fee whole. */
    @Test
    void a_prorated_quantity_is_priced_in_the_tier_of_the_full_one() {
        Tariff volume = Tariff.of(new Price.Volume(TIERS.get("lago volume")));
        assertThat(volume.amount(Consumption.prorated(Quantity.of("210"), Quantity.of("198.6")), "USD"))
                .isEqualTo(Money.of("149.30", "USD"));
    }

    /** LG-10: lago-docs package: 201 units, 100 of them free, 5 for each started 100. */
    @Test
    void a_started_package_is_paid_and_the_allowance_comes_first() {
        Tariff packages = new Tariff(
                new Price.PackagePrice(UnitPrice.of("5"), Quantity.of("100")), Quantity.of("100"), null, null);
        assertThat(packages.amount(Quantity.of("201"), Share.WHOLE, "USD")).isEqualTo(Money.of("10.00", "USD"));
        assertThat(packages.amount(Quantity.of("100"), Share.WHOLE, "USD")).isEqualTo(Money.of("0.00", "USD"));
    }

    /** LG-07: lago-docs percentage: 1.2 % and 0.10 each, the first 3 events up to 500 free. */
    @ParameterizedTest(name = "{0} cost {1}")
    @CsvSource(
            delimiter = '|',
            value = {"200 100 100 50 | 0.70", "200 100 100 | 0.00", "600 | 1.30", "200 400 | 1.30", "400 100 0 | 0.00"})
    void the_first_events_are_free_until_one_of_two_limits_is_met(String events, String amount) {
        Percentage percentage =
                new Percentage(UnitPrice.of("1.2", "100"), UnitPrice.of("0.10"), 3L, Quantity.of("500"), null, null);
        List<Quantity> uses = Arrays.stream(events.split(" ")).map(Quantity::of).toList();
        assertThat(Tariff.of(percentage).amount(Consumption.ofEvents(uses), "USD"))
                .isEqualTo(Money.of(amount, "USD"));
    }

    /** LG-17: lago-api spending_minimum_spec.rb; LG-20: lago-docs minimum commitment. */
    @ParameterizedTest(name = "{0}: at least {1} for {2}/{3} of a period with {4} spent: {5} more")
    @CsvSource({
        "LG-17 a, 60.00, 24, 31, 0.00, 46.45",
        "LG-17 b, 25.00, 10, 28, 8.00, 0.93",
        "LG-20, 100.00, 1, 1, 50.00, 50.00",
        "kept, 100.00, 1, 1, 150.00, 0.00"
    })
    void a_promise_that_was_not_kept_is_trued_up(
            String id, String minimum, long part, long whole, String spent, String trueUp) {
        assertThat(new Commitment(Money.of(minimum, "EUR")).trueUp(new Share(part, whole), Money.of(spent, "EUR")))
                .as(id)
                .isEqualTo(Money.of(trueUp, "EUR"));
    }

    @Test
    void a_third_of_two_prices_with_different_bases_is_still_exact() {
        UnitPrice sum = UnitPrice.of("1", "300").plus(UnitPrice.of("1", "600"));
        assertThat(sum.rounded("USD")).isEqualTo(Money.of("0.01", "USD"));
    }
}
