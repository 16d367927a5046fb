package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.postingrule.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry was posted. */
public record JournalPosted(
        UUID entryId,
        String entryNumber,
        String legalEntityId,
        String currency,
        String functionalCurrency,
        Purpose purpose,
        LocalDate effectiveDate,
        LocalDate postingDate,
        boolean late,
        UUID sourceEventId,
        String sourceType,
        Long sourcePosition,
        JournalEntry.Document.Kind documentType,
        UUID documentId,
        String documentNumber,
        UUID customerId,
        UUID contractId,
        UUID orderId,
        String ruleId,
        long ruleVersion,
        UUID reverses,
        List<Posting> postings)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.journal.posted.v1";

    /** One side on one account. */
    public record Posting(
            int lineNumber,
            String account,
            String accountName,
            Side side,
            Money amount,
            Money functionalAmount,
            Map<String, String> dimensions) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return entryId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId == null ? legalEntityId : customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
