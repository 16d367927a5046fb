package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A journal entry: it balances or does not exist, and it explains itself by its cause, its document and its rule.
 *
 * @param id derived from the event and the purpose, so that a replay makes the same entry
 * @param effectiveDate when it happened; the posting date may be later, when its period is closed
 */
public record JournalEntry(
        UUID id,
        String legalEntityId,
        String currency,
        Purpose purpose,
        LocalDate effectiveDate,
        Cause cause,
        Document document,
        PostingRule rule,
        List<Posting> postings) {

    public JournalEntry {
        Money balance = Money.zero(currency);
        for (Posting posting : postings) {
            balance = posting.side() == Side.DEBIT ? balance.plus(posting.amount()) : balance.minus(posting.amount());
        }
        if (postings.isEmpty() || !balance.isZero()) {
            throw new IllegalStateException(
                    "an entry for " + document.number() + " would be out of balance by " + balance);
        }
    }

    /** The entry that a rule makes of a cause. */
    public static JournalEntry of(
            PostingRule rule,
            String currency,
            LocalDate effectiveDate,
            Cause cause,
            Document document,
            Movements movements) {
        return new JournalEntry(
                EventIds.derived(cause.eventId(), rule.purpose().name()),
                rule.legalEntityId(),
                currency,
                rule.purpose(),
                effectiveDate,
                cause,
                document,
                rule,
                movements.postings());
    }

    /**
     * What caused an entry: an event of billing, or a recognition run.
     *
     * @param position of the event in its producer's history; null for a run
     */
    public record Cause(UUID eventId, String type, Long position, Correlation correlation, String traceParent) {

        static Cause of(Envelope event) {
            return new Cause(
                    event.id(),
                    event.type(),
                    event.position(),
                    new Correlation(event.correlationId(), event.id().toString(), event.actor()),
                    event.traceParent());
        }
    }

    /** What an entry is about. */
    public record Document(Kind kind, UUID id, String number, UUID customerId, UUID contractId, UUID orderId) {

        /** The kinds of documents. */
        public enum Kind {
            INVOICE,
            PAYMENT,
            SCHEDULE
        }
    }

    /**
     * What a posting is for, beside its account.
     *
     * @param item the part of the event, such as {@code LINE}
     * @param itemId the id of that part; null where it has none
     */
    public record Tag(String item, UUID itemId, Map<String, String> dimensions) {}

    /** One side of an entry on one account; amounts are never negative. */
    public record Posting(PostingRule.Account account, Side side, Money amount, Tag tag) {}
}
