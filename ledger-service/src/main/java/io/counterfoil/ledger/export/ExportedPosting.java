package io.counterfoil.ledger.export;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** One posting with what of its entry is told to others; the amount is positive on the debit side, negative on the credit side. */
record ExportedPosting(
        long ordinal,
        UUID entryId,
        String entryNumber,
        String purpose,
        LocalDate effectiveDate,
        LocalDate postingDate,
        boolean late,
        String documentNumber,
        String rule,
        UUID eventId,
        int lineNumber,
        String accountCode,
        String accountName,
        String accountType,
        Money amount,
        Money functional,
        String dimensions) {}
