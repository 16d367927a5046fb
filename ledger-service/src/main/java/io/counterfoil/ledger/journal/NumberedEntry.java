package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.ledger.period.PostingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An entry with what it gets when it is posted: its number and its posting date. */
record NumberedEntry(JournalEntry entry, String number, PostingCalendar.PostingDate posting) {

    Outbox.Addressed fact() {
        UUID eventId = EventIds.derived(entry.id(), "journal.posted");
        return new Outbox.Addressed(
                eventId, posted(), entry.cause().correlation(), entry.cause().traceParent());
    }

    JournalPosted posted() {
        JournalEntry.Document document = entry.document();
        return new JournalPosted(
                entry.id(),
                number,
                entry.legalEntityId(),
                entry.currency(),
                entry.currency(),
                entry.purpose(),
                entry.effectiveDate(),
                posting.date(),
                posting.late(),
                entry.cause().eventId(),
                entry.cause().type(),
                entry.cause().position(),
                document.kind(),
                document.id(),
                document.number(),
                document.customerId(),
                document.contractId(),
                document.orderId(),
                entry.rule().ruleId(),
                entry.rule().version(),
                postings());
    }

    private List<JournalPosted.Posting> postings() {
        List<JournalPosted.Posting> lines = new ArrayList<>();
        for (JournalEntry.Posting posting : entry.postings()) {
            lines.add(new JournalPosted.Posting(
                    lines.size() + 1,
                    posting.account().code(),
                    posting.account().name(),
                    posting.side(),
                    posting.amount(),
                    posting.amount(),
                    posting.tag().dimensions()));
        }
        return lines;
    }
}
