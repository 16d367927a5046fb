package io.counterfoil.common.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    /** Figures that others published; banker's rounding or binary floating point gets one of them wrong. */
    @ParameterizedTest(name = "{3}: {0} {1} is {2}")
    @CsvSource({
        "74.985, USD, 74.99, Kill Bill TestIntegration (KB-14)",
        "14.975, USD, 14.98, Kill Bill TestIntegration (KB-22)",
        "365.125, EUR, 365.13, Peppol BIS 3 example (EN-05)",
        "156435.885, EUR, 156435.89, Peppol BIS 3 example (EN-06)",
        "-156435.885, EUR, -156435.89, Peppol BIS 3 example mirrored (EN-06)",
        "0.5, JPY, 1, away from zero without decimals",
        "-0.5, JPY, -1, away from zero without decimals",
        "1.0005, KWD, 1.001, three decimals",
        "1.00049999, KWD, 1.000, below the half"
    })
    void rounds_half_up_away_from_zero_to_the_minor_unit(
            String exact, String currency, String expected, String source) {
        assertThat(Rounding.toMinorUnits(new BigDecimal(exact), currency)).isEqualTo(Money.of(expected, currency));
    }

    @Test
    void a_figure_beyond_all_amounts_is_an_error() {
        assertThatThrownBy(() -> Rounding.toMinorUnits(new BigDecimal("1e30"), "USD"))
                .isInstanceOf(AmountTooLarge.class);
    }

    @Test
    void parts_are_computed_in_order_and_the_last_takes_the_remainder() {
        assertThat(Money.of("100.00", "USD").allocate(weights("1", "1", "1")))
                .containsExactly(Money.of("33.33", "USD"), Money.of("33.33", "USD"), Money.of("33.34", "USD"));
        assertThat(Money.of("1700.00", "USD").allocate(weights("1200", "600")))
                .containsExactly(Money.of("1133.33", "USD"), Money.of("566.67", "USD"));
        assertThat(Money.of("1", "JPY").allocate(weights("0", "1")))
                .containsExactly(Money.zero("JPY"), Money.of("1", "JPY"));
    }

    @Test
    void a_split_needs_weights_that_add_up_to_something() {
        assertThatThrownBy(() -> Money.zero("USD").allocate(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.zero("USD").allocate(weights("0", "0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parts_always_add_up_to_the_whole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Money whole = Money.ofMinor(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), "EUR");
            List<BigDecimal> weights = Stream.generate(
                            () -> BigDecimal.valueOf(random.nextInt(1, 1_000_000), random.nextInt(5)))
                    .limit(random.nextInt(1, 12))
                    .toList();
            List<Money> parts = whole.allocate(weights);
            assertThat(parts).as("seed %d, %s over %s", seed, whole, weights).hasSameSizeAs(weights);
            assertThat(parts.stream().reduce(Money.zero("EUR"), Money::plus))
                    .as("seed %d, %s over %s", seed, whole, weights)
                    .isEqualTo(whole);
        }
    }

    @Test
    void no_part_but_the_last_is_further_than_half_a_unit_from_its_exact_share() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Money whole = Money.ofMinor(random.nextLong(1_000_000_000L), "USD");
            List<BigDecimal> weights = Stream.generate(() -> BigDecimal.valueOf(random.nextInt(1, 10_000)))
                    .limit(4)
                    .toList();
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Money> parts = whole.allocate(weights);
            for (int n = 0; n < 3; n++) {
                BigDecimal error = BigDecimal.valueOf(parts.get(n).minor())
                        .multiply(sum)
                        .subtract(BigDecimal.valueOf(whole.minor()).multiply(weights.get(n)))
                        .abs();
                assertThat(error.multiply(BigDecimal.valueOf(2)))
                        .as("seed %d, part %d of %s over %s", seed, n, whole, weights)
                        .isLessThanOrEqualTo(sum);
            }
        }
    }

    private static List<BigDecimal> weights(String... weights) {
        return Stream.of(weights).map(BigDecimal::new).toList();
    }
}
