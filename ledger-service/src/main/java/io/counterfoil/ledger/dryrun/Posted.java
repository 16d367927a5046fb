package io.counterfoil.ledger.dryrun;

import io.counterfoil.ledger.journal.JournalEntryJson;
import io.counterfoil.ledger.rate.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was posted of an event; without an entry where the event is parked.
 *
 * @param ordinal its place in the journal; null where nothing was posted
 * @param isFact whether another service told of it; else people or a run caused it
 */
record Posted(
        UUID eventId,
        Long ordinal,
        UUID entryId,
        String entryNumber,
        String documentNumber,
        LocalDate effectiveDate,
        Rate rate,
        boolean isFact,
        List<JournalEntryJson.Posting> postings) {

    static Posted nothing(UUID eventId) {
        return new Posted(eventId, null, null, null, null, null, null, true, List.of());
    }
}
