package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.dryrun.PostedEntries.Part;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import java.util.ArrayList;
import java.util.List;

/** What people or a run had posted by a rule, made again by another version: the same amounts, with the accounts that it names. */
record MadeAgain(Posted posted, List<Part> parts, Traits traits, PostingRule rule) {

    JournalEntry entry() {
        return switch (rule.purpose()) {
            case EXCLUSION -> entry(excluded());
            case REVALUATION -> revalued();
            default -> entry(moved());
        };
    }

    /** A payout, one side of what an entity did for another, what a run accrued or moved to assets: all of it by one line. */
    private Movements moved() {
        Part debit = parts.get(0);
        Part credit = parts.get(parts.size() - 1);
        boolean takenBack = debit.side() == Side.CREDIT;
        PostingRule.Line line = rule.lineFor(Item.valueOf(debit.tag().item()), traits);
        return new Movements().move(line, takenBack ? debits().negated() : debits(), debit.tag(), credit.tag());
    }

    /** The revenue accounts are those of the invoice; only the other side is the rule's. */
    private Movements excluded() {
        PostingRule.Line line = rule.lineFor(Item.EXCLUDED, Traits.NONE);
        Movements movements = new Movements();
        for (Part each : parts) {
            PostingRule.Account account = each.side() == Side.DEBIT ? each.account() : line.credit();
            movements.put(account, each.side(), each.amount(), each.tag());
        }
        return movements;
    }

    /** The balance that was valued is the first posting; a gain stands on its debit side. */
    private JournalEntry revalued() {
        PostingRule.Line line = rule.lineFor(Item.REVALUED, Traits.NONE);
        List<JournalEntry.Posting> postings = new ArrayList<>();
        for (Part each : parts) {
            PostingRule.Account others = parts.get(0).side() == Side.DEBIT ? line.credit() : line.debit();
            PostingRule.Account account = postings.isEmpty() ? each.account() : others;
            postings.add(new JournalEntry.Posting(account, each.side(), each.amount(), each.booked(), each.tag()));
        }
        JournalEntry made = entry(new Movements()
                .put(line.debit(), Side.DEBIT, nothing(), parts.get(0).tag()));
        return new JournalEntry(
                made.id(),
                made.legalEntityId(),
                made.currency(),
                made.purpose(),
                made.effectiveDate(),
                made.cause(),
                made.document(),
                rule,
                new JournalEntry.Valuation(posted.rate(), null),
                null,
                postings);
    }

    private Money debits() {
        Money sum = nothing();
        for (Part each : parts) {
            sum = each.side() == Side.DEBIT ? sum.plus(each.amount()) : sum;
        }
        return sum;
    }

    private Money nothing() {
        return Money.zero(parts.get(0).amount().currency());
    }

    private JournalEntry entry(Movements movements) {
        JournalEntry.Cause cause = new JournalEntry.Cause(
                EventIds.derived(posted.eventId(), "dry run"), "dry-run", null, Correlation.current(), null);
        return JournalEntry.of(
                rule,
                nothing().currency(),
                posted.effectiveDate(),
                cause,
                new JournalEntry.Document(
                        JournalEntry.Document.Kind.MANUAL_ENTRY,
                        posted.entryId(),
                        posted.documentNumber(),
                        null,
                        null,
                        null),
                movements);
    }
}
