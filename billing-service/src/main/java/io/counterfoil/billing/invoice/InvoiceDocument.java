package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.invoice.InvoiceIssued.Preceding;
import io.counterfoil.billing.invoice.InvoiceJson.SubtotalView;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
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
        List<SubtotalView> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        String taxCurrency,
        Money taxCurrencyAmount,
        Money payableRoundingAmount,
        Money prepaidAmount,
        Money payableAmount) {

    /** Who sells. */
    record Seller(
            String legalEntityId, String name, String taxRegistration, String country, LegalEntity.Address address) {

        static Seller of(LegalEntity entity) {
            return new Seller(
                    entity.legalEntityId(),
                    entity.name(),
                    entity.taxRegistration(),
                    entity.country(),
                    entity.address());
        }
    }

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
            Money taxAmount) {

        static Line of(InvoiceLine line) {
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
                    line.tax());
        }
    }

    static InvoiceDocument of(Invoice.Issued issued, LegalEntity entity) {
        Invoice invoice = issued.invoice();
        return new InvoiceDocument(
                invoice.invoiceId(),
                invoice.number(),
                Invoice.DOCUMENT_TYPE,
                invoice.issueDate(),
                invoice.taxPointDate(),
                invoice.dueDate(),
                null,
                Seller.of(entity),
                invoice.billTo(),
                invoice.customerId(),
                invoice.order().contractId(),
                invoice.order().orderNumber(),
                invoice.order().purchaseOrder(),
                invoice.number(),
                invoice.currency(),
                issued.lines().stream().map(Line::of).toList(),
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
