package io.counterfoil.ledger.journal;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.PostingRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what an entry moves. What meets on one account under one tag becomes one posting; a movement against its
 * usual direction (a negative line) comes out on the other side, for postings have no sign.
 *
 * @param net debits less credits, in the order in which accounts and tags were first met
 */
public record Movements(Map<Target, Moved> net) {

    /** Where amounts meet. */
    public record Target(PostingRule.Account account, Tag tag, String currency) {}

    /**
     * What came together there.
     *
     * @param usual the side on which it was first
     * @param debit debits less credits
     * @param booked the same in the functional currency, where it is not valued by the entry's rate
     */
    public record Moved(Side usual, Money debit, Money booked) {

        private Moved and(Moved other) {
            return new Moved(
                    usual, debit.plus(other.debit), booked == null ? other.booked : plus(booked, other.booked));
        }

        private static Money plus(Money one, Money other) {
            return other == null ? one : one.plus(other);
        }
    }

    public Movements() {
        this(new LinkedHashMap<>());
    }

    /** Moves an amount between the accounts of a rule's line. */
    public Movements move(PostingRule.Line line, Money amount, Tag debit, Tag credit) {
        return debit(line.debit(), amount, null, with(line, debit))
                .credit(line.credit(), amount, null, with(line, credit));
    }

    /** The same where one side was booked before, at another rate. */
    public Movements move(
            PostingRule.Line line, Money amount, Tag debit, Money debitBooked, Tag credit, Money creditBooked) {
        return debit(line.debit(), amount, debitBooked, with(line, debit))
                .credit(line.credit(), amount, creditBooked, with(line, credit));
    }

    /** One side on one account; whoever puts sides alone sees that they balance. */
    public Movements put(PostingRule.Account account, Side side, Money amount, Tag tag) {
        return side == Side.DEBIT ? debit(account, amount, null, tag) : credit(account, amount, null, tag);
    }

    /** The same where it is known what it is worth in the books. */
    public Movements put(PostingRule.Account account, Side side, Money amount, Money booked, Tag tag) {
        return side == Side.DEBIT ? debit(account, amount, booked, tag) : credit(account, amount, booked, tag);
    }

    /** What an account moves of a currency, debits less credits. */
    public Money balance(PostingRule.Account account, String currency) {
        return net.entrySet().stream()
                .filter(each -> each.getKey().account().equals(account)
                        && each.getKey().currency().equals(currency))
                .map(each -> each.getValue().debit())
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * The same with all that one account moves on another one.
     *
     * @param worth of all of it in the books, debits less credits; null where the entry's rate decides
     */
    public Movements over(PostingRule.Account from, PostingRule.Account to, Money worth) {
        Movements all = new Movements();
        Money[] left = {worth};
        net.forEach((target, moved) -> {
            boolean taken = target.account().equals(from);
            Money booked = taken && left[0] != null ? left[0] : moved.booked();
            left[0] = taken && left[0] != null ? left[0].minus(left[0]) : left[0];
            all.net.put(
                    taken ? new Target(to, target.tag(), target.currency()) : target,
                    new Moved(moved.usual(), moved.debit(), booked));
        });
        return all;
    }

    Movements debit(PostingRule.Account account, Money amount, Money booked, Tag tag) {
        net.merge(new Target(account, tag, amount.currency()), new Moved(Side.DEBIT, amount, booked), Moved::and);
        return this;
    }

    Movements credit(PostingRule.Account account, Money amount, Money booked, Tag tag) {
        net.merge(
                new Target(account, tag, amount.currency()),
                new Moved(Side.CREDIT, amount.negated(), booked == null ? null : booked.negated()),
                Moved::and);
        return this;
    }

    private static Tag with(PostingRule.Line line, Tag tag) {
        if (line.dimensions().isEmpty()) {
            return tag;
        }
        Map<String, String> all = new TreeMap<>(line.dimensions());
        all.putAll(tag.dimensions());
        return new Tag(tag.item(), tag.itemId(), all);
    }

    /** The postings; what adds up to nothing is left out, unless nothing else is there. */
    List<JournalEntry.Posting> postings() {
        boolean empty = net.values().stream().allMatch(moved -> isNothing(moved));
        return net.entrySet().stream()
                .filter(moved -> empty || !isNothing(moved.getValue()))
                .map(moved -> posting(moved.getKey(), moved.getValue()))
                .toList();
    }

    private static boolean isNothing(Moved moved) {
        return moved.debit().isZero()
                && (moved.booked() == null || moved.booked().isZero());
    }

    private static JournalEntry.Posting posting(Target target, Moved moved) {
        Money sign = moved.debit().isZero() && moved.booked() != null ? moved.booked() : moved.debit();
        Side side = sign.isZero() ? moved.usual() : sign.isNegative() ? Side.CREDIT : Side.DEBIT;
        Money booked = moved.booked() == null ? null : moved.booked().abs();
        return new JournalEntry.Posting(target.account(), side, moved.debit().abs(), booked, target.tag());
    }
}
