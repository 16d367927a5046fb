package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.Memo;
import io.counterfoil.billing.conformance.RatingJson.MemoAnswer;
import io.counterfoil.billing.conformance.RatingJson.Request;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Writes credit memos one after the other, each on what the ones before have left of its line. Pure. */
record MemoQuote(List<MemoAnswer> memos, MemoAnswer sum) {

    static MemoQuote of(Request asked, List<Money> nets, List<Money> taxes) {
        if (asked.creditMemos() == null) {
            return new MemoQuote(null, null);
        }
        List<LeftOfLine> left = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            left.add(new LeftOfLine(
                    null, i + 1, null, null, null, nets.get(i), taxes.get(i), nets.get(i), taxes.get(i)));
        }
        Money zero = Money.zero(asked.currency());
        List<MemoAnswer> memos = new ArrayList<>();
        MemoAnswer sum = new MemoAnswer(zero, zero, zero);
        for (int i = 0; i < asked.creditMemos().size(); i++) {
            List<LeftOfLine> taken = taken(asked.creditMemos().get(i), left, "/creditMemos/" + i);
            MemoAnswer memo = new MemoAnswer(zero, zero, zero);
            for (LeftOfLine part : taken) {
                left.replaceAll(line -> line.lineNumber() == part.lineNumber() ? Reversals.without(line, part) : line);
                memo = plus(memo, part);
                sum = plus(sum, part);
            }
            memos.add(memo);
        }
        return new MemoQuote(memos, sum);
    }

    private static List<LeftOfLine> taken(Memo memo, List<LeftOfLine> left, String at) {
        if (memo.item() == null) {
            if (memo.gross() == null) {
                throw new Invalid(at, "needs an item or a gross amount");
            }
            return Reversals.ofLines(left, memo.gross());
        }
        if (memo.item() >= left.size()) {
            throw new Invalid(at + "/item", "is no item of the bill");
        }
        return List.of(Reversals.ofLine(left.get(memo.item()), memo.net()));
    }

    private static MemoAnswer plus(MemoAnswer sum, LeftOfLine part) {
        return new MemoAnswer(
                sum.net().plus(part.net()),
                sum.tax().plus(part.tax()),
                sum.total().plus(part.gross()));
    }
}
