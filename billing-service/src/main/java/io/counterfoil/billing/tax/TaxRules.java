package io.counterfoil.billing.tax;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxQuote.LineTax;
import io.counterfoil.billing.tax.TaxQuote.Part;
import io.counterfoil.billing.tax.TaxQuote.Subtotal;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Computes tax per category on the summed base, rounded once; the shares of the lines add up to it. Pure. */
final class TaxRules {

    private TaxRules() {}

    /**
     * A line, or a part of it that has a rate of its own.
     *
     * @param back what it takes back of a line that was taxed before; else null
     */
    record Piece(ServicePeriod period, Money amount, ApplicableRate applied, TaxedBefore.Share back) {

        Piece(ServicePeriod period, Money amount, ApplicableRate applied) {
            this(period, amount, applied, null);
        }

        boolean isTakenBack() {
            return back != null;
        }
    }

    /** Every line with one rate. */
    static TaxQuote quote(List<Line> lines, Function<Line, ApplicableRate> rates, TaxRounding rounding) {
        return quote(
                lines.stream()
                        .map(line -> List.of(new Piece(line.period(), line.net(), rates.apply(line))))
                        .toList(),
                rounding);
    }

    /** Each line as the pieces that it was cut into. */
    static TaxQuote quote(List<List<Piece>> cut, TaxRounding rounding) {
        List<List<Piece>> lines = TakingBack.withOneName(cut);
        Map<ApplicableRate, List<int[]>> groups = new LinkedHashMap<>();
        List<Part[]> parts = new ArrayList<>(lines.size());
        for (int line = 0; line < lines.size(); line++) {
            List<Piece> pieces = lines.get(line);
            parts.add(new Part[pieces.size()]);
            for (int piece = 0; piece < pieces.size(); piece++) {
                groups.computeIfAbsent(pieces.get(piece).applied(), any -> new ArrayList<>())
                        .add(new int[] {line, piece});
            }
        }
        List<Subtotal> subtotals = new ArrayList<>(groups.size());
        groups.forEach((rate, members) -> {
            List<Piece> pieces =
                    members.stream().map(at -> lines.get(at[0]).get(at[1])).toList();
            TaxGroup group = MixedGroup.of(rate, pieces, rounding);
            subtotals.addAll(group.subtotals());
            for (int i = 0; i < pieces.size(); i++) {
                parts.get(members.get(i)[0])[members.get(i)[1]] = new Part(
                        pieces.get(i).period(),
                        rate,
                        group.nets().get(i),
                        group.taxes().get(i));
            }
        });
        return new TaxQuote(
                subtotals, parts.stream().map(of -> new LineTax(List.of(of))).toList());
    }
}
