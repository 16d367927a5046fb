package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.revenue.EarnedShares;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lines that a document reverses: per line what was earned goes to an account of its own, what was not comes out of
 * deferred revenue, and the tax out of tax payable.
 *
 * @param causeId the document; its schedules remember it
 * @param reason why, by which a rule may choose another account
 */
record Reversal(UUID causeId, String reason, List<ReversedLine> lines) {

    static Reversal of(UUID causeId, String reason, List<ReversedLine> lines) {
        return new Reversal(causeId, reason, lines == null ? List.of() : lines);
    }

    void ask(Lookback.Questions questions, LocalDate day) {
        lines.stream()
                .filter(line -> !line.netAmount().isZero())
                .forEach(line -> questions.reverse(line.reversal(causeId, day)));
    }

    Money total(String currency) {
        return lines.stream().map(ReversedLine::gross).reduce(Money.zero(currency), Money::plus);
    }

    /** Moves all parts against what the tag names. */
    void move(Movements movements, PostingRule rule, List<EarnedShares.Split> splits, Tag against) {
        move(movements, rule, splits, against, false);
    }

    /** The same, taken back: what was split then comes back as it was split. */
    void moveBack(Movements movements, PostingRule rule, List<EarnedShares.Split> splits, Tag against) {
        move(movements, rule, splits, against, true);
    }

    private void move(
            Movements movements, PostingRule rule, List<EarnedShares.Split> splits, Tag against, boolean back) {
        Map<UUID, EarnedShares.Split> byLine = splits == null
                ? Map.of()
                : splits.stream()
                        .collect(Collectors.toMap(EarnedShares.Split::invoiceLineId, each -> each, Reversal::together));
        for (ReversedLine line : lines) {
            EarnedShares.Split split = byLine.get(line.originalLineId());
            Traits traits = line.traits().because(reason);
            if (split != null) {
                part(movements, rule.lineFor(Item.EARNED, traits), split.earned(), line.tag(Item.EARNED), against, back);
                part(
                        movements,
                        rule.lineFor(Item.UNEARNED, traits),
                        split.unearned(),
                        line.tag(Item.UNEARNED),
                        against,
                        back);
            }
            part(movements, rule.lineFor(Item.REVERSED_TAX, traits), line.taxAmount(), line.taxTag(), against, back);
        }
    }

    private static EarnedShares.Split together(EarnedShares.Split one, EarnedShares.Split other) {
        return new EarnedShares.Split(
                one.invoiceLineId(), one.earned().plus(other.earned()), one.unearned().plus(other.unearned()));
    }

    private static void part(
            Movements movements, PostingRule.Line line, Money amount, Tag part, Tag against, boolean back) {
        if (amount.isZero()) {
            return;
        }
        if (back) {
            movements.move(line.reversed(), amount, against, part);
        } else {
            movements.move(line, amount, part, against);
        }
    }
}
