package io.counterfoil.ledger.period;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An accounting period as it travels. */
public record AccountingPeriodJson(
        String legalEntityId,
        String month,
        String subLedger,
        LocalDate startDate,
        LocalDate endDate,
        String state,
        Instant closedAt,
        String closedBy,
        String reopeningRequestedBy,
        String reopeningReason,
        long version) {

    /** The moves of a period, its close excepted. */
    public enum Kind {
        PREPARE,
        WITHDRAW,
        LOCK,
        REQUEST_REOPENING,
        REOPEN
    }

    /** A move that is wanted. */
    public record Move(@NotNull Kind move, @Size(min = 1, max = 500) String reason) {}

    /** A move that was made. */
    public record Moved(
            String from,
            String to,
            String by,
            String approvedBy,
            String reason,
            Checklist evidence,
            String signature,
            Instant at) {}

    /** All its moves. */
    public record History(List<Moved> items) {}
}
