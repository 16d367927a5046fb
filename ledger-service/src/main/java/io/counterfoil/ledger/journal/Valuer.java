package io.counterfoil.ledger.journal;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.rate.Rate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives each posting its amount in the currency of the books. Each side's running total is converted, never the single
 * posting, so both sides come out equal; what was booked before keeps that amount, and the difference is a gain or a loss.
 */
record Valuer(String functional, Rate rate) {

    /** All postings with what they are worth; a difference becomes one more. */
    List<JournalEntry.Posting> value(JournalEntry entry) {
        Map<Side, Money> totals = new EnumMap<>(Side.class);
        List<JournalEntry.Posting> valued = new ArrayList<>();
        Money off = Money.zero(functional);
        for (JournalEntry.Posting posting : entry.postings()) {
            boolean elsewhere = isElsewhere(entry, posting);
            JournalEntry.Posting worth = elsewhere || posting.booked() != null ? posting : converted(posting, totals);
            valued.add(worth);
            if (elsewhere) {
                continue;
            }
            off = worth.side() == Side.DEBIT ? off.plus(worth.booked()) : off.minus(worth.booked());
        }
        if (!off.isZero()) {
            valued.add(difference(entry, off));
        }
        valued.replaceAll(each -> isElsewhere(entry, each) ? each.worth(across(valued, each)) : each);
        return valued;
    }

    /** In a currency that is neither the entry's nor that of the books: worth what currency clearing is worth beside it. */
    private boolean isElsewhere(JournalEntry entry, JournalEntry.Posting posting) {
        String currency = posting.amount().currency();
        return posting.booked() == null && !currency.equals(entry.currency()) && !currency.equals(functional);
    }

    private Money across(List<JournalEntry.Posting> valued, JournalEntry.Posting posting) {
        String currency = posting.amount().currency();
        Set<String> accounts = valued.stream()
                .filter(each -> each.amount().currency().equals(currency))
                .map(each -> each.account().id())
                .collect(Collectors.toSet());
        Money sum = Money.zero(functional);
        for (JournalEntry.Posting each : valued) {
            if (!each.amount().currency().equals(currency)
                    && accounts.contains(each.account().id())) {
                sum = each.side() == Side.DEBIT ? sum.plus(each.booked()) : sum.minus(each.booked());
            }
        }
        return sum.abs();
    }

    private JournalEntry.Posting converted(JournalEntry.Posting posting, Map<Side, Money> totals) {
        if (posting.amount().currency().equals(functional)) {
            return posting.worth(posting.amount());
        }
        Money before =
                totals.getOrDefault(posting.side(), Money.zero(posting.amount().currency()));
        Money after = before.plus(posting.amount());
        totals.put(posting.side(), after);
        return posting.worth(rate.convert(after).minus(rate.convert(before)));
    }

    private JournalEntry.Posting difference(JournalEntry entry, Money off) {
        if (entry.valuation().difference() == null) {
            throw new IllegalStateException("an entry for " + entry.document().number() + " would be out of balance by "
                    + off + " in the books");
        }
        boolean gain = off.isPositive();
        var line = entry.valuation().difference();
        return new JournalEntry.Posting(
                gain ? line.credit() : line.debit(),
                gain ? Side.CREDIT : Side.DEBIT,
                Money.zero(entry.currency()),
                off.abs(),
                new JournalEntry.Tag(line.item().name(), entry.document().id(), line.dimensions()));
    }
}
