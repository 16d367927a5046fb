package io.counterfoil.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaxShareTest {

    @Test
    void the_cent_that_is_left_goes_to_the_line_that_lost_most() {
        assertThat(shares("0.20", "68.33", "68.33", "57.50", "85.00"))
                .as("LG-16: 13.666 13.666 11.50 17.00 of 55.83")
                .containsExactly("13.67", "13.66", "11.50", "17.00");
    }

    @Test
    void lines_that_cancel_each_other_still_carry_their_own_tax() {
        assertThat(shares("0.25", "100.00", "-100.00")).containsExactly("25.00", "-25.00");
    }

    @Test
    void yen_have_no_smaller_part() {
        TaxQuote quote = quote("0.10", List.of(Money.of("333", "JPY"), Money.of("333", "JPY"), Money.of("333", "JPY")));
        assertThat(quote.subtotals().get(0).tax()).isEqualTo(Money.of("100", "JPY"));
        assertThat(quote.lines()).extracting(l -> l.tax().amount()).containsExactly("34", "33", "33");
    }

    @Test
    void any_lines_add_up_and_none_is_more_than_a_unit_off() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        String[] currencies = {"USD", "JPY", "KWD", "HUF"};
        for (int draw = 0; draw < 100_000; draw++) {
            String currency = currencies[random.nextInt(currencies.length)];
            String rate = "0." + String.format("%04d", random.nextInt(10_000));
            List<Money> nets = new ArrayList<>();
            for (int line = 0; line <= random.nextInt(8); line++) {
                nets.add(Money.ofMinor(random.nextInt(4_000_001) - 1_000_000L, currency));
            }
            check(quote(rate, nets), nets, rate, "seed " + seed + " draw " + draw);
        }
    }

    private static void check(TaxQuote quote, List<Money> nets, String rate, String where) {
        long step = nets.get(0).currency().equals("HUF") ? 100 : 1;
        long sum = quote.lines().stream().mapToLong(line -> line.tax().minor()).sum();
        assertThat(sum).as(where).isEqualTo(quote.subtotals().get(0).tax().minor());
        for (int i = 0; i < nets.size(); i++) {
            BigDecimal exact = BigDecimal.valueOf(nets.get(i).minor()).multiply(new BigDecimal(rate));
            assertThat(exact.subtract(BigDecimal.valueOf(
                                    quote.lines().get(i).tax().minor()))
                            .abs())
                    .as(where)
                    .isLessThan(BigDecimal.valueOf(step + 1));
        }
    }

    private static List<String> shares(String rate, String... nets) {
        return quote(rate, Arrays.stream(nets).map(net -> Money.of(net, "EUR")).toList()).lines().stream()
                .map(line -> line.tax().amount())
                .toList();
    }

    private static TaxQuote quote(String rate, List<Money> nets) {
        return TaxRules.quote(
                nets.stream().map(net -> new Line(TaxCategory.S, net)).toList(),
                line -> new ApplicableRate("XX", line.category(), Rate.of(rate), null, null, "test"),
                new TaxRounding(nets.get(0).currency().equals("HUF") ? 100 : 1, false, false));
    }
}
