package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.invoice.InvoiceIssued.AllowanceCharge;
import io.counterfoil.billing.invoice.InvoiceIssued.Line;
import io.counterfoil.billing.invoice.InvoiceIssued.Preceding;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Invoices on the wire. */
public final class InvoiceJson {

    private InvoiceJson() {}

    /** An invoice in a list: without its lines. */
    public record Summary(
            UUID invoiceId,
            String invoiceNumber,
            InvoiceState state,
            LocalDate issueDate,
            LocalDate dueDate,
            UUID orderId,
            String orderNumber,
            UUID customerId,
            String legalEntityId,
            Money payableAmount,
            Money openAmount) {

        static Summary of(Invoice invoice) {
            return new Summary(
                    invoice.invoiceId(),
                    invoice.number(),
                    invoice.state(),
                    invoice.issueDate(),
                    invoice.dueDate(),
                    invoice.order().orderId(),
                    invoice.order().orderNumber(),
                    invoice.customerId(),
                    invoice.legalEntityId(),
                    invoice.payable(),
                    invoice.open());
        }
    }

    /** All that is known of an invoice. */
    record Known(
            Invoice invoice,
            List<InvoiceLine> lines,
            Corrections corrections,
            List<TaxSubtotal> subtotals,
            Money nationalTax,
            List<Settlement> settlements) {}

    /** An invoice with everything that was issued. */
    public record InvoiceView(
            UUID invoiceId,
            String invoiceNumber,
            String series,
            String documentTypeCode,
            InvoiceState state,
            LocalDate issueDate,
            LocalDate taxPointDate,
            LocalDate dueDate,
            UUID orderId,
            String orderNumber,
            UUID contractId,
            int contractVersion,
            UUID customerId,
            String legalEntityId,
            BillTo billTo,
            String purchaseOrderReference,
            String paymentReference,
            String correlationId,
            Instant effectiveAt,
            Preceding precedingInvoiceReference,
            List<Line> lines,
            List<AllowanceCharge> allowancesCharges,
            List<SubtotalView> taxSubtotals,
            Money netAmount,
            Money taxAmount,
            Money payableRoundingAmount,
            Money prepaidAmount,
            Money payableAmount,
            Money openAmount,
            Money taxCurrencyAmount,
            List<SettlementView> settlements) {

        static InvoiceView of(Known known) {
            Invoice invoice = known.invoice();
            DocumentParts parts = DocumentParts.of(known.lines());
            return new InvoiceView(
                    invoice.invoiceId(),
                    invoice.number(),
                    invoice.series(),
                    Invoice.DOCUMENT_TYPE,
                    invoice.state(),
                    invoice.issueDate(),
                    invoice.taxPointDate(),
                    invoice.dueDate(),
                    invoice.order().orderId(),
                    invoice.order().orderNumber(),
                    invoice.order().contractId(),
                    invoice.order().contractVersion(),
                    invoice.customerId(),
                    invoice.legalEntityId(),
                    invoice.billTo(),
                    invoice.order().purchaseOrder(),
                    invoice.number(),
                    invoice.correlationId(),
                    invoice.effectiveAt(),
                    known.corrections().preceding(),
                    parts.toldLines(known.corrections()),
                    parts.toldOfDocument(),
                    known.subtotals().stream().map(SubtotalView::of).toList(),
                    invoice.net(),
                    invoice.tax(),
                    invoice.rounding(),
                    invoice.prepaid(),
                    invoice.payable(),
                    invoice.open(),
                    known.nationalTax(),
                    known.settlements().stream().map(SettlementView::of).toList());
        }
    }

    /** What settled a part of it, or (below zero) opened it again. */
    public record SettlementView(Settlement.Kind kind, Money amount, UUID sourceId, LocalDate effectiveDate) {

        static SettlementView of(Settlement settlement) {
            return new SettlementView(
                    settlement.kind(), settlement.amount(), settlement.sourceId(), settlement.effectiveDate());
        }
    }

    /** The tax of one category, with the reason where none is charged. */
    public record SubtotalView(
            TaxCategory category,
            String rate,
            String jurisdiction,
            Money taxableAmount,
            Money taxAmount,
            String exemptionReasonCode,
            String exemptionReason,
            String source) {

        static SubtotalView of(TaxSubtotal subtotal) {
            return new SubtotalView(
                    subtotal.category(),
                    subtotal.rate().toString(),
                    subtotal.jurisdiction(),
                    subtotal.taxable(),
                    subtotal.tax(),
                    subtotal.exemptionReasonCode(),
                    subtotal.exemptionReason(),
                    subtotal.source());
        }
    }
}
