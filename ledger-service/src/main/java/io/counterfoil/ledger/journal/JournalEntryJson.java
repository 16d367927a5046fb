package io.counterfoil.ledger.journal;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.postingrule.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry as it travels: with what caused it, what it is about and by which rule it was made. */
public record JournalEntryJson(
        UUID entryId,
        String entryNumber,
        String legalEntityId,
        String currency,
        String functionalCurrency,
        Purpose purpose,
        String state,
        LocalDate effectiveDate,
        LocalDate postingDate,
        boolean late,
        Instant recordedAt,
        Source source,
        Document document,
        Rule rule,
        ExchangeRate exchangeRate,
        UUID reverses,
        UUID reversedBy,
        String correlationId,
        List<Posting> postings) {

    JournalEntryJson with(List<Posting> its) {
        return new JournalEntryJson(
                entryId,
                entryNumber,
                legalEntityId,
                currency,
                functionalCurrency,
                purpose,
                state,
                effectiveDate,
                postingDate,
                late,
                recordedAt,
                source,
                document,
                rule,
                exchangeRate,
                reverses,
                reversedBy,
                correlationId,
                its);
    }

    /** The event, or the run, that caused it. */
    public record Source(UUID eventId, String type, Long position) {}

    /** What it is about. */
    public record Document(String type, UUID id, String number, UUID customerId, UUID contractId, UUID orderId) {}

    /** By which rate foreign amounts got their functional ones. */
    public record ExchangeRate(String rate, String source, LocalDate date) {}

    /** By which rule, in which version. */
    public record Rule(String ruleId, long version) {}

    /** One side on one account. */
    public record Posting(
            int lineNumber,
            String account,
            String accountName,
            Side side,
            Money amount,
            Money functionalAmount,
            Map<String, String> dimensions) {}
}
