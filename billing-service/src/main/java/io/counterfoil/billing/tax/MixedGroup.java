package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxQuote.Subtotal;
import io.counterfoil.billing.tax.TaxRules.Piece;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines of a document that have one rate, some of which take back what was taxed before. Those bear what they take back of
 * their originals' tax. Where others stand beside them the subtotal is the rate on the summed base as ever, and the others share
 * what is left of it; where none does it is what is taken back, as on a credit memo.
 */
final class MixedGroup {

    private final ApplicableRate rate;
    private final List<Piece> pieces;
    private final TaxRounding rounding;
    private final List<Money> amounts;

    private MixedGroup(ApplicableRate rate, List<Piece> pieces, TaxRounding rounding) {
        this.rate = rate;
        this.pieces = pieces;
        this.rounding = rounding;
        this.amounts = pieces.stream().map(Piece::amount).toList();
    }

    static TaxGroup of(ApplicableRate rate, List<Piece> pieces, TaxRounding rounding) {
        return pieces.stream().noneMatch(Piece::isTakenBack)
                ? TaxGroup.of(rate, pieces.stream().map(Piece::amount).toList(), rounding)
                : new MixedGroup(rate, pieces, rounding).group();
    }

    private TaxGroup group() {
        TaxGroup anew = TaxGroup.of(rate, amounts, rounding);
        List<Money> taxes = taxes(sum(anew.taxes()));
        List<Money> nets = rate.inclusive()
                ? IntStream.range(0, taxes.size())
                        .mapToObj(i -> amounts.get(i).minus(taxes.get(i)))
                        .toList()
                : amounts;
        return new TaxGroup(subtotals(anew.subtotals(), sum(nets), sum(taxes)), nets, taxes);
    }

    /** What each line bears; {@code onSum} is the tax on the summed base. */
    private List<Money> taxes(Money onSum) {
        Money zero = Money.zero(onSum.currency());
        List<Money> taxes = new ArrayList<>(pieces.stream()
                .map(piece -> piece.isTakenBack() ? piece.back().tax() : zero)
                .toList());
        List<Integer> others = IntStream.range(0, taxes.size())
                .boxed()
                .filter(i -> !pieces.get(i).isTakenBack() && !amounts.get(i).isZero())
                .toList();
        if (others.isEmpty()) {
            return taxes;
        }
        List<Money> ofOthers = TaxGroup.of(
                        rate, others.stream().map(amounts::get).toList(), rounding)
                .taxes();
        for (int i = 0; i < ofOthers.size(); i++) {
            taxes.set(others.get(i), ofOthers.get(i));
        }
        if (!rounding.perLine()) {
            Integer largest = others.stream()
                    .max(Comparator.comparing(i -> amounts.get(i).abs()))
                    .orElseThrow();
            taxes.set(largest, taxes.get(largest).plus(onSum).minus(sum(taxes)));
        }
        return taxes;
    }

    /** Where the sum is not the rates' on the base, the authority with the highest rate bears the difference. */
    private static List<Subtotal> subtotals(List<Subtotal> anew, Money base, Money tax) {
        Money difference = tax.minus(sum(anew.stream().map(Subtotal::tax).toList()));
        Subtotal highest = anew.stream()
                .max(Comparator.comparing(one -> one.applied().rate().value()))
                .orElseThrow();
        return anew.stream()
                .map(one -> new Subtotal(
                        one.applied(), base, one == highest ? one.tax().plus(difference) : one.tax()))
                .toList();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }
}
