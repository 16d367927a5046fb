package io.counterfoil.ledger.revenue;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What of an issued invoice decides how it is earned. */
record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        LocalDate issueDate,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        List<Line> lines) {

    static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    InvoiceIssued {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(issueDate, "issueDate");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(lines, "lines");
    }

    record Line(
            UUID lineId,
            String productId,
            String performanceObligationId,
            String revenueTreatment,
            Period servicePeriod,
            Money lineNetAmount,
            List<UUID> accrualIds) {
        Line {
            accrualIds = accrualIds == null ? List.of() : List.copyOf(accrualIds);
            requireNonNull(lineId, "lineId");
            requireNonNull(lineNetAmount, "lineNetAmount");
        }

        /** It was earned when it was delivered; the invoice only clears what was accrued. */
        boolean isAccrued() {
            return !accrualIds.isEmpty();
        }
    }

    record Period(LocalDate start, LocalDate end) {
        Period {
            requireNonNull(start, "start");
            requireNonNull(end, "end");
        }
    }
}
