package io.counterfoil.ledger.journal;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.postingrule.Rulebook;

/** A fact of billing that moves money, as the journal reads it. */
interface BillingDocument {

    String legalEntityId();

    /** The entry that the rules make of it. */
    JournalEntry entry(JournalEntry.Cause cause, Books.Book book, Rulebook.Opened rules);

    /** Refuses a document whose figures contradict each other. */
    static void requireEqual(String document, String what, Money parts, Money whole) {
        if (!parts.equals(whole)) {
            throw new DocumentDoesNotAddUp(document, what, parts, whole);
        }
    }
}
