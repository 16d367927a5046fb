package io.counterfoil.billing.invoice;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An invoice got its number and can't change any more. The ledger posts from this fact alone. */
public record InvoiceIssued(
        UUID invoiceId,
        String invoiceNumber,
        String series,
        String documentTypeCode,
        LocalDate issueDate,
        LocalDate taxPointDate,
        LocalDate dueDate,
        UUID orderId,
        String orderNumber,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String purchaseOrderReference,
        String paymentReference,
        Instant effectiveAt,
        List<Line> lines,
        List<Subtotal> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        Money prepaidAmount,
        Money payableRoundingAmount,
        Money payableAmount,
        List<CreditApplied> creditsApplied,
        Map<String, String> policyVersions,
        Preceding precedingInvoiceReference,
        List<AllowanceCharge> allowancesCharges,
        List<CreditApplied> prepaidApplied,
        UUID parentCustomerId,
        Money taxCurrencyAmount)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.invoice.issued.v1";

    /** A line as the ledger posts it. */
    public record Line(
            UUID lineId,
            int lineNumber,
            ItemType type,
            String productId,
            String description,
            String planId,
            String priceId,
            String chargeId,
            UUID subscriptionId,
            UUID orderLineId,
            UUID performanceObligationId,
            RevenueTreatment revenueTreatment,
            ServicePeriod servicePeriod,
            String quantity,
            String unitPrice,
            String baseQuantity,
            Money lineNetAmount,
            TaxCategory taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount,
            UUID originalLineId,
            String originalInvoiceNumber,
            List<UUID> accrualIds,
            String supplyingEntityId,
            Map<String, String> dimensions,
            Money discountAmount,
            String meterId) {

        static Line of(InvoiceLine line, Corrections corrections) {
            BillableItem item = line.item();
            return new Line(
                    line.lineId(),
                    line.number(),
                    item.type(),
                    item.productId(),
                    item.description(),
                    item.planId(),
                    item.priceId(),
                    item.chargeId(),
                    item.subscriptionId(),
                    item.orderLineId(),
                    item.performanceObligationId(),
                    item.revenueTreatment(),
                    item.period(),
                    item.quantity().value().toPlainString(),
                    item.unitPrice().value().toPlainString(),
                    item.unitPrice().baseQuantity().toPlainString(),
                    item.net(),
                    item.taxCategory(),
                    line.taxRate().toString(),
                    line.taxJurisdiction(),
                    line.tax(),
                    item.originalLineId(),
                    corrections.numberOf(item.originalLineId()),
                    item.accrualIds().isEmpty() ? null : item.accrualIds(),
                    null,
                    item.amendmentId() == null
                            ? null
                            : Map.of("amendmentId", item.amendmentId().toString()),
                    null,
                    null);
        }
    }

    /** The tax of one category, rate and jurisdiction. */
    public record Subtotal(
            TaxCategory category,
            String rate,
            String jurisdiction,
            Money taxableAmount,
            Money taxAmount,
            String exemptionReasonCode,
            String source) {

        static Subtotal of(TaxSubtotal subtotal) {
            return new Subtotal(
                    subtotal.category(),
                    subtotal.rate().toString(),
                    subtotal.jurisdiction(),
                    subtotal.taxable(),
                    subtotal.tax(),
                    subtotal.exemptionReasonCode(),
                    subtotal.source());
        }
    }

    /** The document that is corrected. */
    public record Preceding(UUID invoiceId, String invoiceNumber, LocalDate issueDate) {}

    /** An allowance (negative) or a charge of the whole document. */
    public record AllowanceCharge(
            UUID lineId,
            String kind,
            String reasonCode,
            String reason,
            Money amount,
            TaxCategory taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount,
            String productId,
            UUID performanceObligationId,
            RevenueTreatment revenueTreatment,
            ServicePeriod servicePeriod,
            String percentage,
            Money baseAmount) {

        static AllowanceCharge of(InvoiceLine line) {
            BillableItem item = line.item();
            boolean byPercent = item.unitPrice().isPerHundred();
            return new AllowanceCharge(
                    line.lineId(),
                    item.type().name(),
                    item.chargeId(),
                    item.description(),
                    item.net(),
                    item.taxCategory(),
                    line.taxRate().toString(),
                    line.taxJurisdiction(),
                    line.tax(),
                    item.productId(),
                    item.performanceObligationId(),
                    item.revenueTreatment(),
                    item.period(),
                    byPercent ? item.unitPrice().value().toPlainString() : null,
                    byPercent ? DocumentParts.base(item) : null);
        }
    }

    /** Credit that was used at the issue. */
    public record CreditApplied(UUID creditId, Money amount) {}

    static InvoiceIssued of(Invoice.Issued issued) {
        Invoice invoice = issued.invoice();
        DocumentParts parts = DocumentParts.of(issued.lines());
        return new InvoiceIssued(
                invoice.invoiceId(),
                invoice.number(),
                invoice.series(),
                Invoice.DOCUMENT_TYPE,
                invoice.issueDate(),
                invoice.taxPointDate(),
                invoice.dueDate(),
                invoice.orderReference(),
                invoice.order().orderNumber() == null
                        ? invoice.number()
                        : invoice.order().orderNumber(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                invoice.customerId(),
                invoice.legalEntityId(),
                invoice.currency(),
                invoice.order().purchaseOrder(),
                invoice.number(),
                invoice.effectiveAt(),
                parts.toldLines(issued.corrections()),
                issued.subtotals().stream().map(Subtotal::of).toList(),
                invoice.net(),
                invoice.tax(),
                invoice.prepaid(),
                invoice.rounding(),
                invoice.payable(),
                uses(issued, CreditKind.CUSTOMER_CREDIT),
                issued.policyVersions(),
                issued.corrections().preceding(),
                parts.toldOfDocument(),
                invoice.prepaid().isZero() ? null : uses(issued, CreditKind.PREPAID),
                null,
                issued.nationalTax());
    }

    private static List<CreditApplied> uses(Invoice.Issued issued, CreditKind kind) {
        return issued.credits().stream()
                .filter(use -> use.kind() == kind)
                .map(use -> new CreditApplied(use.creditId(), use.amount()))
                .toList();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return invoiceId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
