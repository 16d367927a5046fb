package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxRules.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one document takes back of lines that were taxed before: each part finds what the parts before it have left. */
final class TakingBack {

    private final Map<UUID, TaxedBefore> left = new HashMap<>();
    private final TaxRounding rounding;

    TakingBack(TaxRounding rounding) {
        this.rounding = rounding;
    }

    Piece piece(Line line) {
        TaxedBefore before = left.getOrDefault(line.before().lineId(), line.before());
        TaxedBefore.Share share = before.share(line.net(), rounding);
        left.put(before.lineId(), before.without(share));
        return new Piece(line.period(), line.net(), before.applied(), share);
    }

    /**
     * What was taxed by an older version that said the same is one base with what is taxed now: a document has one subtotal for
     * each category, rate and jurisdiction.
     */
    static List<List<Piece>> withOneName(List<List<Piece>> lines) {
        if (lines.stream().flatMap(List::stream).noneMatch(Piece::isTakenBack)) {
            return lines;
        }
        Map<ApplicableRate, ApplicableRate> names = new HashMap<>();
        lines.stream()
                .flatMap(List::stream)
                .filter(piece -> !piece.isTakenBack())
                .forEach(piece -> names.putIfAbsent(piece.applied().meaning(), piece.applied()));
        List<List<Piece>> named = new ArrayList<>(lines.size());
        for (List<Piece> pieces : lines) {
            named.add(pieces.stream().map(piece -> named(piece, names)).toList());
        }
        return named;
    }

    private static Piece named(Piece piece, Map<ApplicableRate, ApplicableRate> names) {
        ApplicableRate name = names.computeIfAbsent(piece.applied().meaning(), any -> piece.applied());
        return new Piece(piece.period(), piece.amount(), name, piece.back());
    }
}
