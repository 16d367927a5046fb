package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.rate.Rate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A journal entry: it balances or does not exist, and it explains itself by its cause, its document and its rule.
 *
 * @param id derived from the event and the purpose, so that a replay makes the same entry
 * @param effectiveDate when it happened; the posting date may be later, when its period is closed
 * @param rule by which it was made; null for an entry that people made
 * @param valuation how foreign amounts get their functional ones
 * @param reverses the entry that it takes back; null for any other
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
        Valuation valuation,
        UUID reverses,
        List<Posting> postings) {

    public JournalEntry {
        Map<String, Money> balances = new HashMap<>();
        for (Posting posting : postings) {
            Money signed = posting.side() == Side.DEBIT
                    ? posting.amount()
                    : posting.amount().negated();
            balances.merge(signed.currency(), signed, Money::plus);
        }
        if (postings.isEmpty() || balances.values().stream().anyMatch(balance -> !balance.isZero())) {
            throw new IllegalStateException(
                    "an entry for " + document.number() + " would be out of balance by " + balances.values());
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
        return of(rule, rule.purpose(), currency, effectiveDate, cause, document, movements);
    }

    /** The entry that a rule makes of a cause, for another purpose: one that takes back what the rule posts. */
    public static JournalEntry of(
            PostingRule rule,
            Purpose purpose,
            String currency,
            LocalDate effectiveDate,
            Cause cause,
            Document document,
            Movements movements) {
        return new JournalEntry(
                EventIds.derived(cause.eventId(), purpose.name()),
                rule.legalEntityId(),
                currency,
                purpose,
                effectiveDate,
                cause,
                document,
                rule,
                Valuation.OF_THE_DAY,
                null,
                movements.postings());
    }

    /** An entry that no rule makes, but people. */
    public static JournalEntry byPeople(
            String legalEntityId,
            Purpose purpose,
            String currency,
            LocalDate effectiveDate,
            Cause cause,
            Document document,
            Movements movements) {
        return new JournalEntry(
                EventIds.derived(cause.eventId(), purpose.name()),
                legalEntityId,
                currency,
                purpose,
                effectiveDate,
                cause,
                document,
                null,
                Valuation.OF_THE_DAY,
                null,
                movements.postings());
    }

    /** The same, valued otherwise. */
    public JournalEntry valued(Valuation other) {
        return new JournalEntry(
                id, legalEntityId, currency, purpose, effectiveDate, cause, document, rule, other, reverses, postings);
    }

    /**
     * How amounts in another currency than that of the books get their functional amounts.
     *
     * @param rate null for the rate that is valid on the posting date
     * @param difference where a difference goes: debit a loss, credit a gain; null where there can be none
     */
    public record Valuation(Rate rate, PostingRule.Line difference) {
        public static final Valuation OF_THE_DAY = new Valuation(null, null);
    }

    /**
     * What caused an entry: an event of billing, a run, or an act of people.
     *
     * @param position of the event in its producer's history; null for what is no event of another service
     */
    public record Cause(UUID eventId, String type, Long position, Correlation correlation, String traceParent) {

        public static Cause of(Envelope event) {
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
            SCHEDULE,
            CREDIT_MEMO,
            CUSTOMER_CREDIT,
            REFUND,
            DISPUTE,
            PAYOUT,
            ACCRUAL,
            EXCLUSION,
            MANUAL_ENTRY,
            REVALUATION
        }
    }

    /**
     * What a posting is for, beside its account.
     *
     * @param item the part of the event, such as {@code LINE}
     * @param itemId the id of that part; null where it has none
     */
    public record Tag(String item, UUID itemId, Map<String, String> dimensions) {}

    /**
     * One side of an entry on one account; amounts are never negative.
     *
     * @param booked in the functional currency, where it was booked before; null when the entry's rate decides
     */
    public record Posting(PostingRule.Account account, Side side, Money amount, Money booked, Tag tag) {

        Posting worth(Money functional) {
            return new Posting(account, side, amount, functional, tag);
        }
    }
}
