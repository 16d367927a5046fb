package io.counterfoil.ledger.manual;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody has approved what another one wants posted; its posting is told by {@code journal.posted}.
 *
 * @param counterpartyId the other legal entity; only of INTERCOMPANY
 * @param lines only of JOURNAL
 * @param amount of PAYOUT and INTERCOMPANY
 * @param concerns the entry of a REVERSAL, the invoice of an EXCLUSION
 */
public record ManualEntryApproved(
        UUID manualEntryId,
        ManualEntryJson.Kind kind,
        String legalEntityId,
        String counterpartyId,
        String currency,
        LocalDate effectiveDate,
        String description,
        List<ManualEntryJson.Line> lines,
        Money amount,
        UUID concerns,
        String madeBy,
        String approvedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.manual-entry.approved.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return manualEntryId.toString();
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
