package io.counterfoil.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must be true of any price, quantity, discount and currency. The number of draws is set by {@code -Dcounterfoil.draws}. */
class AnyTariffTest {

    private static final int DRAWS = Integer.getInteger("counterfoil.draws", 100_000);
    private static final List<String> CURRENCIES = List.of("JPY", "USD", "EUR", "KWD");

    private final long seed = Seed.announced();
    private final Random random = new Random(seed);

    @Test
    void a_tariff_is_read_back_as_it_was_kept() {
        for (int draw = 0; draw < DRAWS / 20; draw++) {
            Price price =
                    switch (random.nextInt(7)) {
                        case 0 -> new Price.Graduated(tiers());
                        case 1 -> new Price.Volume(tiers());
                        case 2 -> new Price.TopTier(tiers());
                        case 3 -> new Price.Flat(price());
                        case 4 -> new Price.PerUnit(price());
                        case 5 -> new Price.PackagePrice(price(), quantity(100));
                        default -> new Percentage(price(), price(), 3L, quantity(100), price(), null);
                    };
            Tariff tariff = new Tariff(price, quantity(20), random.nextBoolean() ? price() : null, null);
            assertThat(Tariff.of(tariff.json())).as("seed %s", seed).isEqualTo(tariff);
        }
    }

    /** Not of volume and top tier: there one unit more may halve the bill. */
    @Test
    void a_graduated_price_never_falls_when_more_is_used() {
        for (int draw = 0; draw < DRAWS; draw++) {
            String currency = currency();
            Tariff tariff = new Tariff(new Price.Graduated(tiers()), quantity(50), null, null);
            Quantity less = quantity(3_000);
            Quantity more = less.plus(quantity(500));
            assertThat(tariff.amount(less, Share.WHOLE, currency))
                    .as("seed %s: %s of %s", seed, less, tariff)
                    .isLessThanOrEqualTo(tariff.amount(more, Share.WHOLE, currency));
        }
    }

    @Test
    void a_graduated_price_is_the_sum_of_its_parts() {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Tier> tiers = tiers();
            Quantity used = quantity(3_000);
            UnitPrice parts = tiers.get(0).flatFee();
            Quantity below = Quantity.ZERO;
            for (Tier tier : tiers) {
                Quantity part = used.atMost(tier.upTo()).above(below);
                if (part.isPositive()) {
                    parts = parts.plus(tier.units(part)).plus(tier == tiers.get(0) ? UnitPrice.FREE : tier.flatFee());
                }
                below = tier.upTo() == null ? used : tier.upTo();
            }
            assertThat(new Price.Graduated(tiers).of(Consumption.of(used)).rounded("USD"))
                    .as("seed %s: %s of %s", seed, used, tiers)
                    .isEqualTo(parts.rounded("USD"));
        }
    }

    @Test
    void units_that_come_and_stay_cost_what_they_would_have_cost_at_once() {
        for (int draw = 0; draw < DRAWS / 10; draw++) {
            List<Tier> tiers = tiers().stream()
                    .map(tier -> new Tier(tier.upTo(), tier.price(), tier.flatFee(), null))
                    .toList();
            List<Quantity> uses = new ArrayList<>();
            for (int use = random.nextInt(6); use >= 0; use--) {
                uses.add(quantity(800));
            }
            Price price = new Price.Graduated(tiers, random.nextBoolean());
            Quantity all = uses.stream().reduce(Quantity.ZERO, Quantity::plus);
            assertThat(price.of(Consumption.comingAndGoing(uses, uses)).rounded("USD"))
                    .as("seed %s: %s of %s", seed, uses, tiers)
                    .isEqualTo(price.of(Consumption.of(all)).rounded("USD"));
        }
    }

    @Test
    void with_one_tier_all_tiered_prices_agree_with_the_price_per_unit() {
        for (int draw = 0; draw < DRAWS; draw++) {
            Tier only = new Tier(null, price(), UnitPrice.FREE, null);
            Quantity used = quantity(3_000);
            Money each = Tariff.of(new Price.PerUnit(only.price())).amount(used, Share.WHOLE, "USD");
            for (Price price : List.of(
                    new Price.Graduated(List.of(only)),
                    new Price.Volume(List.of(only)),
                    new Price.TopTier(List.of(only)))) {
                assertThat(Tariff.of(price).amount(used, Share.WHOLE, "USD"))
                        .as("seed %s: %s of %s", seed, used, price)
                        .isEqualTo(each);
            }
        }
    }

    @Test
    void a_discount_is_spread_to_the_last_minor_unit_and_no_line_goes_below_zero() {
        for (int draw = 0; draw < DRAWS; draw++) {
            String currency = currency();
            List<Money> nets = new ArrayList<>();
            for (int line = random.nextInt(8); line >= 0; line--) {
                nets.add(Money.ofMinor(
                        random.nextInt(20) == 0 ? -random.nextInt(500) : random.nextInt(1 << random.nextInt(20)),
                        currency));
            }
            Discount discount = random.nextBoolean()
                    ? new Discount(
                            "d",
                            "D",
                            UnitPrice.of(String.valueOf(random.nextInt(101)), "100"),
                            java.util.Map.of(),
                            null)
                    : new Discount(
                            "d",
                            "D",
                            null,
                            java.util.Map.of(currency, Money.ofMinor(1 + random.nextInt(100_000), currency)),
                            null);
            List<Money> parts = discount.spread(nets);
            Money zero = Money.zero(currency);
            Money positive = nets.stream().filter(Money::isPositive).reduce(zero, Money::plus);
            assertThat(parts.stream().reduce(zero, Money::plus))
                    .as("seed %s: %s over %s", seed, discount, nets)
                    .isEqualTo(discount.off(positive))
                    .isLessThanOrEqualTo(positive);
            for (int line = 0; line < nets.size(); line++) {
                assertThat(parts.get(line).isNegative())
                        .as("seed %s: %s over %s: %s", seed, discount, nets, parts)
                        .isFalse();
                assertThat(parts.get(line).isZero() || parts.get(line).compareTo(nets.get(line)) <= 0)
                        .as("seed %s: %s over %s: %s", seed, discount, nets, parts)
                        .isTrue();
            }
        }
    }

    @Test
    void a_promise_is_trued_up_exactly_to_what_was_promised() {
        for (int draw = 0; draw < DRAWS; draw++) {
            String currency = currency();
            Money minimum = Money.ofMinor(random.nextInt(1_000_000), currency);
            Money spent = Money.ofMinor(random.nextInt(1_000_000), currency);
            Share share = new Share(1 + random.nextInt(31), 31);
            Money due = UnitPrice.of(minimum).times(share).rounded(currency);
            Money paid = spent.plus(new Commitment(minimum).trueUp(share, spent));
            assertThat(paid)
                    .as("seed %s: %s of %s, %s spent", seed, share, minimum, spent)
                    .isEqualTo(spent.compareTo(due) > 0 ? spent : due);
        }
    }

    private String currency() {
        return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    }

    private Quantity quantity(int most) {
        return Quantity.of(
                random.nextBoolean()
                        ? String.valueOf(random.nextInt(most))
                        : random.nextInt(most) + "." + random.nextInt(1000));
    }

    private UnitPrice price() {
        return UnitPrice.of(random.nextInt(20) + "." + random.nextInt(10_000), String.valueOf(1 + random.nextInt(7)));
    }

    private List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        int bound = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            bound += 1 + random.nextInt(800);
            tiers.add(new Tier(Quantity.of(bound), price(), price(), block()));
        }
        tiers.add(new Tier(null, price(), price(), block()));
        return tiers;
    }

    private Quantity block() {
        return random.nextInt(3) == 0 ? Quantity.of(1 + random.nextInt(100)) : null;
    }
}
