package io.counterfoil.ledger.period;

import java.time.Instant;
import java.time.LocalDate;

/** An accounting period as it travels. */
public record AccountingPeriodJson(
        String legalEntityId,
        String month,
        LocalDate startDate,
        LocalDate endDate,
        String state,
        Instant closedAt,
        String closedBy,
        long version) {}
