package io.counterfoil.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a bundle is made up, the lines of its parts come to its price, to the smallest unit of the currency. */
class BundleShareTest {

    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD");
    private static final int BUNDLES = 3000;

    @Test
    void the_parts_of_any_bundle_come_to_its_price() {
        long seed = Long.getLong("counterfoil.seed", 60);
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < BUNDLES; i++) {
            String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            int decimals = Money.decimals(currency);
            List<UnitPrice> alone = new ArrayList<>();
            List<Integer> units = new ArrayList<>();
            for (int part = 2 + random.nextInt(5); part > 0; part--) {
                alone.add(new UnitPrice(BigDecimal.valueOf(random.nextInt(500_000), decimals)));
                units.add(1 + random.nextInt(9));
            }
            UnitPrice price = new UnitPrice(BigDecimal.valueOf(random.nextInt(1_000_000), decimals));
            Quantity bundles = Quantity.of(String.valueOf(1 + random.nextInt(200)));
            List<UnitPrice> shares = price.sharedOver(alone, units, currency);
            Money sum = Money.zero(currency);
            for (int part = 0; part < shares.size(); part++) {
                sum = sum.plus(shares.get(part).times(bundles.times(units.get(part)), 1, 1, currency));
            }
            assertThat(sum)
                    .as(bundles + " of " + price + " over " + alone + units)
                    .isEqualTo(price.times(bundles, 1, 1, currency));
        }
    }

    @Test
    void parts_that_cost_nothing_alone_leave_all_to_the_last() {
        List<UnitPrice> shares =
                UnitPrice.of("10").sharedOver(List.of(UnitPrice.of("0"), UnitPrice.of("0")), List.of(1, 3), "USD");
        assertThat(shares).containsExactly(UnitPrice.of("0"), UnitPrice.of("3.33333333"));
    }
}
