package io.counterfoil.ledger.journal;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.postingrule.PostingRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what an entry moves. What meets on one account under one tag becomes one posting; a movement against its
 * usual direction (a negative line) comes out on the other side, for postings have no sign.
 *
 * @param net debits less credits, in the order in which accounts and tags were first met
 */
public record Movements(Map<Target, Money> net) {

    /** Where amounts meet. */
    public record Target(PostingRule.Account account, JournalEntry.Tag tag, Side usual) {}

    public Movements() {
        this(new LinkedHashMap<>());
    }

    /** Moves an amount between the accounts of a rule's line. */
    public Movements move(PostingRule.Line line, Money amount, JournalEntry.Tag debit, JournalEntry.Tag credit) {
        net.merge(new Target(line.debit(), debit, Side.DEBIT), amount, Money::plus);
        net.merge(new Target(line.credit(), credit, Side.CREDIT), amount, Money::plus);
        return this;
    }

    /** The postings; what adds up to nothing is left out, unless nothing else is there. */
    List<JournalEntry.Posting> postings() {
        boolean empty = net.values().stream().allMatch(Money::isZero);
        return net.entrySet().stream()
                .filter(moved -> empty || !moved.getValue().isZero())
                .map(moved -> posting(moved.getKey(), moved.getValue()))
                .toList();
    }

    private static JournalEntry.Posting posting(Target target, Money amount) {
        Side side = amount.isNegative() ? target.usual().opposite() : target.usual();
        return new JournalEntry.Posting(target.account(), side, amount.abs(), target.tag());
    }
}
