package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.rate.Rate;
import io.counterfoil.ledger.revenue.EarnedShares;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Lines that a document reverses: per line what was earned goes to an account of its own, what was not comes out of
 * deferred revenue, and the tax out of tax payable. What had left deferred revenue when the rest was given up is recoverable.
 *
 * @param causeId the document; its schedules remember it
 * @param reason why, by which a rule may choose another account
 * @param channel through which money goes back; null where none does
 */
record Reversal(UUID causeId, String reason, String channel, List<ReversedLine> lines) {

    static Reversal of(UUID causeId, String reason, List<ReversedLine> lines) {
        return new Reversal(causeId, reason, null, lines == null ? List.of() : lines);
    }

    /** Against cash of a channel. */
    Reversal by(String through) {
        return new Reversal(causeId, reason, through, lines);
    }

    void ask(Lookback.Questions questions, LocalDate day) {
        lines.stream().filter(ReversedLine::isSplit).forEach(line -> questions.reverse(line.reversal(causeId, day)));
    }

    Money total(String currency) {
        return lines.stream().map(ReversedLine::gross).reduce(Money.zero(currency), Money::plus);
    }

    /** Moves all parts against what the tag names; the parts at their original rate, where there is one. */
    void move(Movements movements, PostingRule rule, List<EarnedShares.Split> splits, Tag against, Rate original) {
        Iterator<EarnedShares.Split> each = splits == null ? Collections.emptyIterator() : splits.iterator();
        lines.stream()
                .filter(line -> !line.netAmount().isZero())
                .forEach(line -> net(movements, rule, line, next(line, each), against, false, original));
        tax(movements, rule, against, false, original);
    }

    /** Payable rounding that goes back with the last of an invoice. */
    static void rounding(
            Movements movements, PostingRule rule, Money rounding, Tag against, UUID causeId, boolean back) {
        if (rounding != null && !rounding.isZero()) {
            PostingRule.Line line = rule.lineFor(Item.ROUNDING, Traits.NONE);
            Tag rounded = Ground.tag(Item.ROUNDING, causeId);
            movements.move(back ? line.reversed() : line, rounding, back ? against : rounded, back ? rounded : against);
        }
    }

    static Money with(Money rounding, Money total) {
        return rounding == null ? total : total.plus(rounding);
    }

    /** The same, taken back: what was split then comes back as it was split. */
    void moveBack(Movements movements, PostingRule rule, List<EarnedShares.Split> splits, Tag against, Rate original) {
        splits.forEach(split -> net(movements, rule, line(split.invoiceLineId()), split, against, true, original));
        lines.stream()
                .filter(line -> !line.isSplit() && !line.netAmount().isZero())
                .forEach(line -> net(movements, rule, line, next(line, null), against, true, original));
        tax(movements, rule, against, true, original);
    }

    private static EarnedShares.Split next(ReversedLine line, Iterator<EarnedShares.Split> splits) {
        return line.isSplit()
                ? splits.next()
                : new EarnedShares.Split(line.originalLineId(), line.netAmount(), none(line));
    }

    private Traits traits(ReversedLine line) {
        return line.traits().because(reason).by(channel);
    }

    private static Money none(ReversedLine line) {
        return Money.zero(line.netAmount().currency());
    }

    private ReversedLine line(UUID id) {
        return lines.stream()
                .filter(each -> id.equals(each.originalLineId()))
                .findFirst()
                .orElseThrow();
    }

    private void net(
            Movements movements,
            PostingRule rule,
            ReversedLine line,
            EarnedShares.Split split,
            Tag against,
            boolean back,
            Rate original) {
        Traits traits = traits(line);
        if (!split.earned().isZero()) {
            part(
                    movements,
                    rule.lineFor(Item.EARNED, traits),
                    split.earned(),
                    line.tag(Item.EARNED),
                    against,
                    back,
                    original);
        }
        if (!split.unearned().isZero()) {
            Tag unearned = line.tag(Item.UNEARNED);
            part(movements, rule.lineFor(Item.UNEARNED, traits), split.unearned(), unearned, against, back, original);
        }
        if (!split.released().isZero()) {
            Tag released = line.tag(Item.RECOVERABLES);
            part(
                    movements,
                    rule.lineFor(Item.RECOVERABLES, traits),
                    split.released(),
                    released,
                    against,
                    back,
                    original);
        }
    }

    private void tax(Movements movements, PostingRule rule, Tag against, boolean back, Rate original) {
        for (ReversedLine line : lines) {
            if (!line.taxAmount().isZero()) {
                PostingRule.Line accounts = rule.lineFor(Item.REVERSED_TAX, traits(line));
                part(movements, accounts, line.taxAmount(), line.taxTag(), against, back, original);
            }
        }
    }

    private static void part(
            Movements movements,
            PostingRule.Line line,
            Money amount,
            Tag part,
            Tag against,
            boolean back,
            Rate original) {
        Money booked = original == null ? null : original.convert(amount);
        if (back) {
            movements.move(line.reversed(), amount, against, null, part, booked);
        } else {
            movements.move(line, amount, part, booked, against, null);
        }
    }
}
