package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.document.Seller;
import io.counterfoil.billing.invoice.InvoiceIssued.Preceding;
import io.counterfoil.billing.invoice.InvoiceJson.SubtotalView;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An invoice as its reader gets it, with all that article 226 of the EU VAT directive asks for: who sells and who buys, both
 * numbers for tax, the dates of issue and of supply, quantity and nature, unit prices, the base per rate, the tax, and the
 * reason where none is charged.
 */
record InvoiceDocument(
        UUID invoiceId,
        String invoiceNumber,
        String documentTypeCode,
        LocalDate issueDate,
        LocalDate taxPointDate,
        LocalDate dueDate,
        Preceding precedingInvoiceReference,
        Seller seller,
        BillTo buyer,
        UUID customerId,
        UUID contractId,
        String orderNumber,
        String purchaseOrderReference,
        String paymentReference,
        String currency,
        List<Line> lines,
        List<OfDocument> allowancesCharges,
        Money lineTotalAmount,
        Money allowanceTotalAmount,
        Money chargeTotalAmount,
        List<SubtotalView> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        String taxCurrency,
        Money taxCurrencyAmount,
        Money payableRoundingAmount,
        Money prepaidAmount,
        Money payableAmount) {

    /** What is sold. */
    record Line(
            int lineNumber,
            ItemType type,
            String productId,
            String description,
            ServicePeriod servicePeriod,
            String quantity,
            String unitPrice,
            String baseQuantity,
            Money lineNetAmount,
            TaxCategory taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount,
            String originalInvoiceNumber) {

        static Line of(InvoiceLine line, Corrections corrections) {
            BillableItem item = line.item();
            return new Line(
                    line.number(),
                    item.type(),
                    item.productId(),
                    item.description(),
                    item.period(),
                    item.quantity().value().toPlainString(),
                    item.unitPrice().value().toPlainString(),
                    item.unitPrice().baseQuantity().toPlainString(),
                    item.net(),
                    item.taxCategory(),
                    line.taxRate().toString(),
                    line.taxJurisdiction(),
                    line.tax(),
                    corrections.numberOf(item.originalLineId()));
        }
    }

    /** What lowers or raises the document, once for each category and rate of tax. */
    record OfDocument(
            ItemType kind,
            String reasonCode,
            String reason,
            Money amount,
            Money baseAmount,
            String percentage,
            TaxCategory taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount) {

        static OfDocument of(InvoiceLine line) {
            BillableItem item = line.item();
            boolean byPercent = item.unitPrice().isPerHundred();
            return new OfDocument(
                    item.type(),
                    item.chargeId(),
                    item.description(),
                    item.net(),
                    byPercent ? DocumentParts.base(item) : null,
                    byPercent ? item.unitPrice().value().toPlainString() : null,
                    item.taxCategory(),
                    line.taxRate().toString(),
                    line.taxJurisdiction(),
                    line.tax());
        }

        private List<Object> sameAs() {
            return Arrays.asList(
                    kind,
                    reasonCode,
                    reason,
                    percentage,
                    taxCategoryCode,
                    taxRate,
                    taxJurisdiction,
                    baseAmount == null);
        }

        private OfDocument plus(OfDocument other) {
            return new OfDocument(
                    kind,
                    reasonCode,
                    reason,
                    amount.plus(other.amount),
                    baseAmount == null ? null : baseAmount.plus(other.baseAmount),
                    percentage,
                    taxCategoryCode,
                    taxRate,
                    taxJurisdiction,
                    taxAmount.plus(other.taxAmount));
        }

        static List<OfDocument> together(List<InvoiceLine> lines) {
            Map<List<Object>, OfDocument> together = new LinkedHashMap<>();
            lines.stream().map(OfDocument::of).forEach(one -> together.merge(one.sameAs(), one, OfDocument::plus));
            return List.copyOf(together.values());
        }
    }

    static InvoiceDocument of(Invoice.Issued issued, LegalEntity entity) {
        Invoice invoice = issued.invoice();
        DocumentParts parts = DocumentParts.of(issued.lines());
        return new InvoiceDocument(
                invoice.invoiceId(),
                invoice.number(),
                Invoice.DOCUMENT_TYPE,
                invoice.issueDate(),
                invoice.taxPointDate(),
                invoice.dueDate(),
                issued.corrections().preceding(),
                Seller.of(entity),
                invoice.billTo(),
                invoice.customerId(),
                invoice.order().contractId(),
                invoice.order().orderNumber(),
                invoice.order().purchaseOrder(),
                invoice.number(),
                invoice.currency(),
                parts.lines().stream()
                        .map(line -> Line.of(line, issued.corrections()))
                        .toList(),
                parts.isPlain() ? null : OfDocument.together(parts.ofDocument()),
                parts.isPlain() ? null : parts.lineTotal(),
                parts.isPlain() ? null : parts.total(ItemType.ALLOWANCE).negated(),
                parts.isPlain() ? null : parts.total(ItemType.CHARGE),
                issued.subtotals().stream().map(SubtotalView::of).toList(),
                invoice.net(),
                invoice.tax(),
                issued.nationalTax() == null ? null : issued.nationalTax().currency(),
                issued.nationalTax(),
                invoice.rounding(),
                invoice.prepaid(),
                invoice.payable());
    }
}
