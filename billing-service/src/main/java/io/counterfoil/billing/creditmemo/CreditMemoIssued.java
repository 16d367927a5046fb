package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A credit memo got its number and can not change any more. All memos of an invoice together never exceed it, and equal it to the cent when nothing is left. */
public record CreditMemoIssued(
        UUID creditMemoId,
        String creditMemoNumber,
        String series,
        String documentTypeCode,
        Preceding precedingInvoiceReference,
        LocalDate issueDate,
        LocalDate taxPointDate,
        UUID orderId,
        String orderNumber,
        UUID contractId,
        Integer contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String purchaseOrderReference,
        String reasonCode,
        String reason,
        String approver,
        List<Line> lines,
        List<Subtotal> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        Money payableRoundingAmount,
        Money totalAmount,
        Settlement settlement,
        Money openAmount,
        UUID creditId,
        Money invoiceOpenAmount,
        String invoiceState,
        Instant effectiveAt,
        Map<String, String> policyVersions,
        Money taxCurrencyAmount)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.creditmemo.issued.v1";

    /** A credited line; {@code accrualIds} are what of it had waited to be taken back and may have been accrued. */
    public record Line(
            UUID lineId,
            int lineNumber,
            String type,
            UUID originalLineId,
            String productId,
            String description,
            String planId,
            String priceId,
            String chargeId,
            UUID performanceObligationId,
            String revenueTreatment,
            ServicePeriod servicePeriod,
            String quantity,
            String unitPrice,
            String baseQuantity,
            Money lineNetAmount,
            String taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount,
            List<UUID> accrualIds,
            String supplyingEntityId,
            Map<String, String> dimensions) {}

    /** Where the amount of the memo goes. */
    public record Settlement(Money toInvoice, Money toCustomerCredit, Money toRefund, Money external) {}

    /** The document that is corrected. */
    public record Preceding(UUID invoiceId, String invoiceNumber, LocalDate issueDate) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return creditMemoId.toString();
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
