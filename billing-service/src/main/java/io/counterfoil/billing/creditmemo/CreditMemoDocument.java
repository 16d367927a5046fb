package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.creditmemo.CreditMemoIssued.Line;
import io.counterfoil.billing.creditmemo.CreditMemoIssued.Preceding;
import io.counterfoil.billing.document.Seller;
import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A credit memo as its reader gets it: like the invoice that it corrects, and with the reference to it. */
record CreditMemoDocument(
        UUID creditMemoId,
        String creditMemoNumber,
        String documentTypeCode,
        LocalDate issueDate,
        LocalDate taxPointDate,
        Preceding precedingInvoiceReference,
        Seller seller,
        BillTo buyer,
        UUID customerId,
        UUID contractId,
        String orderNumber,
        String purchaseOrderReference,
        String reasonCode,
        String reason,
        String currency,
        List<Line> lines,
        List<Subtotal> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        String taxCurrency,
        Money taxCurrencyAmount,
        Money payableRoundingAmount,
        Money totalAmount) {

    static CreditMemoDocument of(CreditMemoIssued issued, Invoice invoice, LegalEntity entity) {
        Money national = issued.taxCurrencyAmount();
        return new CreditMemoDocument(
                issued.creditMemoId(),
                issued.creditMemoNumber(),
                issued.documentTypeCode(),
                issued.issueDate(),
                issued.taxPointDate(),
                issued.precedingInvoiceReference(),
                Seller.of(entity),
                invoice.billTo(),
                issued.customerId(),
                issued.contractId(),
                issued.orderNumber(),
                issued.purchaseOrderReference(),
                issued.reasonCode(),
                issued.reason(),
                issued.currency(),
                issued.lines(),
                issued.taxSubtotals(),
                issued.netAmount(),
                issued.taxAmount(),
                national == null ? null : national.currency(),
                national,
                issued.payableRoundingAmount(),
                issued.totalAmount());
    }
}
