package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxQuote.LineTax;
import io.counterfoil.billing.tax.TaxQuote.Subtotal;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Computes tax per category on the summed base, rounded once; the shares of the lines add up to it. Pure. */
final class TaxRules {

    private TaxRules() {}

    static TaxQuote quote(List<Line> lines, Function<Line, ApplicableRate> rates, TaxRounding rounding) {
        Map<ApplicableRate, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            groups.computeIfAbsent(rates.apply(lines.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        List<Subtotal> subtotals = new ArrayList<>(groups.size());
        List<LineTax> shares = new ArrayList<>(Collections.nCopies(lines.size(), null));
        groups.forEach((rate, members) -> subtotals.add(subtotal(rate, members, lines, shares, rounding)));
        return new TaxQuote(subtotals, shares);
    }

    private static Subtotal subtotal(
            ApplicableRate applied,
            List<Integer> members,
            List<Line> lines,
            List<LineTax> shares,
            TaxRounding rounding) {
        List<Money> bases = members.stream().map(i -> lines.get(i).net()).toList();
        Money taxable = bases.stream().reduce(Money::plus).orElseThrow();
        List<Money> split = rounding.perLine()
                ? bases.stream()
                        .map(base -> applied.rate().on(base, rounding.step()))
                        .toList()
                : TaxShare.over(bases, applied.rate(), applied.rate().on(taxable, rounding.step()), rounding.step());
        IntStream.range(0, members.size()).forEach(i -> shares.set(members.get(i), new LineTax(applied, split.get(i))));
        return new Subtotal(applied, taxable, split.stream().reduce(Money::plus).orElseThrow());
    }
}
