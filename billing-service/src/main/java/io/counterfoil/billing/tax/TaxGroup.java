package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxQuote.Subtotal;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * The lines of a document that have one rate: its subtotals (one for each authority) and what each line bears.
 *
 * @param nets what is left of each line without the tax
 */
record TaxGroup(List<Subtotal> subtotals, List<Money> nets, List<Money> taxes) {

    private static final BinaryOperator<Money> PLUS = Money::plus;

    static TaxGroup of(ApplicableRate rate, List<Money> amounts, TaxRounding rounding) {
        return rate.inclusive() ? within(rate, amounts, rounding) : onTop(rate, amounts, rounding);
    }

    /** Each authority's tax is rounded for itself; a line bears its share of each. */
    private static TaxGroup onTop(ApplicableRate rate, List<Money> amounts, TaxRounding rounding) {
        Money base = sum(amounts);
        List<Subtotal> subtotals = new ArrayList<>();
        List<Money> taxes =
                amounts.stream().map(any -> Money.zero(base.currency())).toList();
        for (ApplicableRate part : rate.parts()) {
            List<Money> shares = onTop(part.rate(), base, amounts, rounding);
            subtotals.add(new Subtotal(part, base, sum(shares)));
            taxes = zip(taxes, shares, PLUS);
        }
        return new TaxGroup(subtotals, amounts, taxes);
    }

    private static List<Money> onTop(Rate rate, Money base, List<Money> amounts, TaxRounding rounding) {
        long step = rounding.step();
        return rounding.perLine()
                ? amounts.stream().map(amount -> rate.on(amount, step)).toList()
                : TaxShare.over(amounts, amount -> rate.inSteps(amount, step), rate.on(base, step), step);
    }

    /** Of net and tax one is computed and the other one is the difference, so that both make the price. */
    private static TaxGroup within(ApplicableRate rate, List<Money> amounts, TaxRounding rounding) {
        List<Money> taxes = rounding.perLine()
                ? amounts.stream()
                        .map(amount -> taxWithin(rate.rate(), amount, rounding))
                        .toList()
                : TaxShare.over(
                        amounts,
                        amount -> rate.rate().inStepsWithin(amount, 1),
                        taxWithin(rate.rate(), sum(amounts), rounding),
                        1);
        List<Money> nets = zip(amounts, taxes, Money::minus);
        Money base = sum(nets);
        List<ApplicableRate> parts = rate.parts();
        List<Money> split = split(sum(taxes), parts);
        return new TaxGroup(
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new Subtotal(parts.get(i), base, split.get(i)))
                        .toList(),
                nets,
                taxes);
    }

    private static Money taxWithin(Rate rate, Money gross, TaxRounding rounding) {
        return rounding.taxFirst() ? rate.within(gross, rounding.step()) : gross.minus(rate.netOf(gross));
    }

    private static List<Money> split(Money tax, List<ApplicableRate> parts) {
        List<BigDecimal> weights =
                parts.stream().map(part -> part.rate().value()).toList();
        boolean nothing = weights.stream().allMatch(weight -> weight.signum() == 0);
        return nothing ? parts.stream().map(any -> tax).toList() : tax.allocate(weights);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(PLUS).orElseThrow();
    }

    private static List<Money> zip(List<Money> some, List<Money> others, BinaryOperator<Money> by) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> by.apply(some.get(i), others.get(i)))
                .toList();
    }
}
