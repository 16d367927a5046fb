package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Spreads the tax of a subtotal over its lines so that the shares add up to it: each line gets its exact tax rounded
 * down, and the steps that are left go to the lines that lost most (largest remainder; the earlier line where two lost
 * the same).
 */
final class TaxShare {

    private TaxShare() {}

    /** The lines' shares, where {@code exactSteps} says what a line bears exactly, counted in steps. */
    static List<Money> over(List<Money> bases, Function<Money, BigDecimal> exactSteps, Money tax, long step) {
        BigDecimal[] exact = new BigDecimal[bases.size()];
        long[] steps = new long[bases.size()];
        long left = tax.minor() / step;
        for (int line = 0; line < exact.length; line++) {
            exact[line] = exactSteps.apply(bases.get(line));
            steps[line] = exact[line].setScale(0, RoundingMode.FLOOR).longValueExact();
            left -= steps[line];
        }
        if (left > 0) {
            for (int line : byLoss(exact)) {
                if (left-- > 0) {
                    steps[line]++;
                }
            }
        }
        List<Money> shares = new ArrayList<>(steps.length);
        for (long share : steps) {
            shares.add(Money.ofMinor(Math.multiplyExact(share, step), tax.currency()));
        }
        return shares;
    }

    private static List<Integer> byLoss(BigDecimal[] exact) {
        return IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost(exact[i])).reversed())
                .toList();
    }

    private static BigDecimal lost(BigDecimal exact) {
        return exact.subtract(exact.setScale(0, RoundingMode.FLOOR));
    }
}
