package io.counterfoil.ledger.manual;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What an invoice had earned was taken out of revenue, by two people; its invoice stays as it is. */
public record TransactionExcluded(
        UUID manualEntryId,
        UUID entryId,
        UUID invoiceId,
        String legalEntityId,
        String currency,
        Money amount,
        LocalDate effectiveDate,
        String reason,
        String madeBy,
        String approvedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.transaction.excluded.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return invoiceId.toString();
    }

    @Override
    public String partitionKey() {
        return legalEntityId;
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
