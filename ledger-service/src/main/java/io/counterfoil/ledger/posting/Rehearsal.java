package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.postingrule.Rulebook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Makes the entry that rules would make of a fact of billing, and posts nothing. */
@Dependent
public class Rehearsal {

    private final Books books;
    private final Lookback lookback;
    private final Recall recall;

    @Inject
    Rehearsal(Books books, Lookback lookback, Recall recall) {
        this.books = books;
        this.lookback = lookback;
        this.recall = recall;
    }

    /** Whether a fact is one that is posted. */
    public static boolean concerns(String type) {
        return Documents.TYPES.contains(type);
    }

    /**
     * The entry; none where nothing moves.
     *
     * @param posted the place in the journal of what was posted of it; null where that never was. What it would take of
     *     schedules then it takes in this transaction: the caller rolls it back
     */
    public Optional<JournalEntry> entry(Envelope event, Rulebook.Opened rules, Long posted) {
        BillingDocument document = Documents.read(event);
        if (document == null) {
            return Optional.empty();
        }
        Books.Book book = books.of(document.legalEntityId());
        JournalEntry.Cause cause = JournalEntry.Cause.of(event);
        Lookback.Questions questions = new Lookback.Questions();
        document.ask(questions, new Ground(cause, book, rules, null));
        Lookback.Answers past = posted == null ? lookback.answer(questions) : recall.answer(questions, posted);
        return Optional.ofNullable(document.entry(new Ground(cause, book, rules, past)));
    }
}
