package io.counterfoil.ledger.revenue;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<Line> lines,
        List<AllowanceCharge> allowancesCharges) {

    static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    InvoiceIssued {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(issueDate, "issueDate");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(lines, "lines");
        allowancesCharges = allowancesCharges == null ? List.of() : List.copyOf(allowancesCharges);
    }

    /**
     * What is earned: the lines, and allowances and charges of the whole bill; one that belongs to no obligation is spread over the
     * lines by what they cost, as the journal does.
     */
    List<Line> earned() {
        List<Line> all = new ArrayList<>(lines);
        for (AllowanceCharge each : allowancesCharges) {
            if (each.revenueTreatment() != null || lines.isEmpty()) {
                all.add(each.asLine());
                continue;
            }
            List<Money> parts = each.amount()
                    .allocate(lines.stream()
                            .map(line -> BigDecimal.valueOf(line.lineNetAmount().minor()))
                            .toList());
            for (int i = 0; i < parts.size(); i++) {
                all.set(i, all.get(i).withNet(all.get(i).lineNetAmount().plus(parts.get(i))));
            }
        }
        return all;
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

        Line withNet(Money net) {
            return new Line(
                    lineId, productId, performanceObligationId, revenueTreatment, servicePeriod, net, accrualIds);
        }

        /** It was earned when it was delivered; the invoice only clears what was accrued. */
        boolean isAccrued() {
            return !accrualIds.isEmpty();
        }
    }

    record AllowanceCharge(
            UUID lineId,
            String productId,
            String performanceObligationId,
            String revenueTreatment,
            Period servicePeriod,
            Money amount) {
        AllowanceCharge {
            requireNonNull(lineId, "lineId");
            requireNonNull(amount, "amount");
        }

        Line asLine() {
            return new Line(lineId, productId, performanceObligationId, revenueTreatment, servicePeriod, amount, null);
        }
    }

    record Period(LocalDate start, LocalDate end) {
        Period {
            requireNonNull(start, "start");
            requireNonNull(end, "end");
        }
    }
}
