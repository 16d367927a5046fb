package io.counterfoil.ledger.receivable;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What of an issued invoice makes an open item. */
record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        LocalDate issueDate,
        LocalDate dueDate,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        Money payableAmount) {

    static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    InvoiceIssued {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(issueDate, "issueDate");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(payableAmount, "payableAmount");
        dueDate = dueDate == null ? issueDate : dueDate;
    }
}
