package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry;
import java.util.Set;
import java.util.UUID;

/** A fact of billing that moves money, as the journal reads it. */
interface BillingDocument {

    String legalEntityId();

    /** Whether it moves anything that another fact does not tell of. */
    default boolean isPosted() {
        return true;
    }

    /** Whose history it is part of: invoices, memos, payments, accruals. */
    Set<UUID> concerns();

    /** Whether what it posts depends on what was posted of them before. */
    default boolean looksBack() {
        return false;
    }

    /** The same by what the books are kept in: what was booked in another currency is cleared at what it was booked at. */
    default boolean looksBack(Ground ground) {
        return looksBack();
    }

    /** What must be known of the past before its entry can be made. */
    default void ask(Lookback.Questions questions, Ground ground) {
        // most ask nothing
    }

    /** The entry that the rules make of it; null when nothing moves. */
    JournalEntry entry(Ground ground);

    /** Refuses a document whose figures contradict each other. */
    static void requireEqual(String document, String what, Money parts, Money whole) {
        if (!parts.equals(whole)) {
            throw new DocumentDoesNotAddUp(document, what, parts, whole);
        }
    }
}
