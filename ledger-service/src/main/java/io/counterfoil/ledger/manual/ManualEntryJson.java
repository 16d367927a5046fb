package io.counterfoil.ledger.manual;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry by people as it travels. */
public record ManualEntryJson(
        UUID manualEntryId,
        Kind kind,
        String legalEntityId,
        String counterpartyId,
        String currency,
        LocalDate effectiveDate,
        String description,
        List<Line> lines,
        Money amount,
        UUID concerns,
        String state,
        String madeBy,
        Instant madeAt,
        String submittedBy,
        String decidedBy,
        String note,
        Instant postedAt,
        long version) {

    ManualEntryApproved approved(String by, Instant at) {
        return new ManualEntryApproved(
                manualEntryId,
                kind,
                legalEntityId,
                counterpartyId,
                currency,
                effectiveDate,
                description,
                lines,
                amount,
                concerns,
                madeBy,
                by,
                at);
    }

    /** What it is. */
    public enum Kind {
        JOURNAL,
        REVERSAL,
        EXCLUSION,
        PAYOUT,
        INTERCOMPANY
    }

    /** One side on one account. */
    public record Line(
            @NotNull @Pattern(regexp = "[A-Za-z0-9.-]{1,20}") String account,
            @NotNull Side side,
            @NotNull Money amount,
            @Size(max = 20) Map<String, @Size(min = 1, max = 100) String> dimensions) {}

    /** What may be told of it; which fields are needed depends on the kind. */
    public record Request(
            @NotNull Kind kind,
            @NotNull @Pattern(regexp = "[A-Z0-9]{2,12}") String legalEntityId,
            @Pattern(regexp = "[A-Z0-9]{2,12}") String counterpartyId,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull LocalDate effectiveDate,
            @NotNull @Size(min = 1, max = 500) String description,
            @Size(max = 500) @Valid List<@NotNull Line> lines,
            Money amount,
            UUID concerns) {}

    /** Why it was sent back. */
    public record Note(@NotNull @Size(min = 1, max = 500) String note) {}
}
