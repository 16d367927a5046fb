package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.ledger.period.PostingCalendar;
import io.counterfoil.ledger.rate.Rate;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry with what it gets when it is posted: its number, its posting date and what its postings are worth in the books.
 *
 * @param rate by which that was found; null where all is in the currency of the books
 */
record NumberedEntry(
        JournalEntry entry,
        String number,
        PostingCalendar.PostingDate posting,
        String functionalCurrency,
        Rate rate,
        List<JournalEntry.Posting> postings) {

    static final String MANUAL_RULE = "manual";

    Outbox.Addressed fact() {
        return new Outbox.Addressed(
                EventIds.derived(entry.id(), "journal.posted"),
                posted(),
                entry.cause().correlation(),
                entry.cause().traceParent());
    }

    JournalPosted posted() {
        JournalEntry.Document document = entry.document();
        return new JournalPosted(
                entry.id(),
                number,
                entry.legalEntityId(),
                entry.currency(),
                functionalCurrency,
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
                entry.rule() == null ? MANUAL_RULE : entry.rule().ruleId(),
                entry.rule() == null ? 1 : entry.rule().version(),
                entry.reverses(),
                lines());
    }

    private List<JournalPosted.Posting> lines() {
        List<JournalPosted.Posting> lines = new ArrayList<>();
        for (JournalEntry.Posting each : postings) {
            lines.add(new JournalPosted.Posting(
                    lines.size() + 1,
                    each.account().code(),
                    each.account().name(),
                    each.side(),
                    each.amount(),
                    each.booked(),
                    each.tag().dimensions()));
        }
        return lines;
    }
}
