package io.counterfoil.ledger.receivable;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What of an issued invoice makes an open item, and what of it moves other sub-ledgers. */
record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        LocalDate issueDate,
        LocalDate dueDate,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        Money payableAmount,
        List<Line> lines,
        List<TaxSubtotal> taxSubtotals,
        Money prepaidAmount,
        List<CreditUsed> creditsApplied) {

    static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    InvoiceIssued {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(issueDate, "issueDate");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(payableAmount, "payableAmount");
        dueDate = dueDate == null ? issueDate : dueDate;
        lines = lines == null ? List.of() : lines;
        taxSubtotals = taxSubtotals == null ? List.of() : taxSubtotals;
        creditsApplied = creditsApplied == null ? List.of() : creditsApplied;
        prepaidAmount = prepaidAmount == null ? Money.zero(payableAmount.currency()) : prepaidAmount;
    }

    record Line(String type, Money lineNetAmount, List<UUID> accrualIds) {}

    record TaxSubtotal(Money taxAmount) {}

    record CreditUsed(UUID creditId, Money amount) {}

    Money tax() {
        return taxSubtotals.stream().map(TaxSubtotal::taxAmount).reduce(zero(), Money::plus);
    }

    Money credit() {
        return creditsApplied.stream().map(CreditUsed::amount).reduce(zero(), Money::plus);
    }

    /** Prepaid credit that it sells, less what it uses. */
    Money prepaid() {
        return lines.stream()
                .filter(line -> "PREPAID".equals(line.type()))
                .map(Line::lineNetAmount)
                .reduce(prepaidAmount.negated(), Money::plus);
    }

    /** What was delivered before and is billed by it. */
    Set<UUID> accruals() {
        return lines.stream()
                .filter(line -> line.accrualIds() != null)
                .flatMap(line -> line.accrualIds().stream())
                .collect(Collectors.toSet());
    }

    private Money zero() {
        return Money.zero(payableAmount.currency());
    }
}
