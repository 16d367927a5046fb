package io.counterfoil.ledger.manual;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Posts what was approved. */
@UseCase
class PostEntry {

    private final ManualEntries entries;
    private final EntriesByPeople made;
    private final Journal journal;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    PostEntry(ManualEntries entries, EntriesByPeople made, Journal journal, BusinessClock clock, Outbox outbox) {
        this.entries = entries;
        this.made = made;
        this.journal = journal;
        this.clock = clock;
        this.outbox = outbox;
    }

    ManualEntryJson handle(UUID id) {
        ManualEntryJson entry = entries.locked(id).orElseThrow(() -> new NotFound("manual entry", id));
        if (!entry.state().equals("APPROVED")) {
            throw new IllegalMove("Manual entry " + id, entry.state(), "be posted", List.of());
        }
        List<JournalEntry> posted = made.of(entry);
        journal.post(posted);
        entries.posted(id, clock.now());
        if (entry.kind() == ManualEntryJson.Kind.EXCLUSION) {
            outbox.publish(excluded(entry, posted.get(0)));
        }
        return entries.find(id).orElseThrow();
    }

    private TransactionExcluded excluded(ManualEntryJson entry, JournalEntry posted) {
        Money amount = Money.zero(entry.currency());
        for (JournalEntry.Posting each : posted.postings()) {
            amount = each.side() == Side.DEBIT ? amount.plus(each.amount()) : amount;
        }
        return new TransactionExcluded(
                entry.manualEntryId(),
                posted.id(),
                entry.concerns(),
                entry.legalEntityId(),
                entry.currency(),
                amount,
                entry.effectiveDate(),
                entry.description(),
                entry.madeBy(),
                entry.decidedBy(),
                clock.now());
    }
}
