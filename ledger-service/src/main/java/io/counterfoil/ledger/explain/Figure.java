package io.counterfoil.ledger.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A figure that is to be explained: what of the journal it adds up. What is null does not narrow it.
 *
 * @param purposes the purposes that count; empty for all
 */
record Figure(
        Kind kind,
        String legalEntityId,
        String account,
        String controlKind,
        String currency,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        List<String> purposes,
        String productId,
        UUID invoiceId,
        UUID contractId,
        UUID customerId,
        UUID entryId) {

    /** The reports whose figures can be explained. */
    public enum Kind {
        /** A line of a trial balance: an account as of a day. */
        TRIAL_BALANCE,
        /** Deferred revenue at a month's end. */
        DEFERRED,
        /** What was billed in a month, in the roll-forward. */
        BILLED,
        /** What was recognised in a month, in the roll-forward or the waterfall. */
        RECOGNISED,
        /** What was credited in a month, in the roll-forward. */
        CREDITED,
        /** An open receivable, or all of a customer. */
        RECEIVABLE,
        /** One journal entry. */
        ENTRY
    }
}
