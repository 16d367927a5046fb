package io.counterfoil.ledger.posting;

import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.rate.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a document stands on when its entry is made: its event, the books, the rules, and what is known of the past. */
record Ground(JournalEntry.Cause cause, Books.Book book, Rulebook.Opened rules, Lookback.Answers past) {

    PostingRule rule(Purpose purpose, LocalDate day) {
        return rules.rule(book.legalEntityId(), purpose, day);
    }

    /** The day of a fact: as billing says, else the day that it was at the legal entity. */
    LocalDate day(LocalDate told, Instant at) {
        return told == null ? book.dayOf(at) : told;
    }

    /** Whether the books are kept in another currency. */
    boolean isForeign(String currency) {
        return !book.functionalCurrency().equals(currency);
    }

    /** Asks for the rate at which an invoice was booked, where that matters. */
    void askRate(Lookback.Questions questions, String currency, UUID invoiceId) {
        if (invoiceId != null && isForeign(currency)) {
            questions.rate(invoiceId);
        }
    }

    /** Valued as its invoice was: what is taken back was never worth anything else. */
    JournalEntry.Valuation original(PostingRule rule, UUID invoiceId) {
        Rate rate = invoiceId == null ? null : past.rates().get(invoiceId);
        return new JournalEntry.Valuation(rate, difference(rule).difference());
    }

    /** Valued by the day: what was booked before keeps its amount, and the difference has its account. */
    JournalEntry.Valuation difference(PostingRule rule) {
        return new JournalEntry.Valuation(
                null, rule.find(Item.FX_DIFFERENCE, Traits.NONE).orElse(null));
    }

    /** The tag of everything that moves the receivable of an invoice. */
    static Tag receivable(UUID invoiceId, String invoiceNumber) {
        return new Tag("INVOICE", invoiceId, dimensions("invoiceId", invoiceId, "invoiceNumber", invoiceNumber));
    }

    static Tag tag(Item item, UUID id) {
        return new Tag(item.name(), id, Map.of());
    }

    /** Names and values in turn; what is null is left out. */
    static Map<String, String> dimensions(Object... namesAndValues) {
        Map<String, String> dimensions = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                dimensions.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
            }
        }
        return dimensions;
    }
}
