package io.counterfoil.order.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What goes to billing-service and comes from it, as far as the processes need it. */
public final class BillingJson {

    private BillingJson() {}

    /** An order whose invoices are to be previewed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OrderToPreview(
            UUID customerId, String legalEntityId, String currency, Buyer billTo, List<LineToPreview> lines) {}

    /** Whom the invoices would go to, as far as tax wants to know. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Buyer(List<Registration> taxRegistrations, String country, String region, String postalCode) {}

    /** A registration for tax. */
    public record Registration(String scheme, String country, String id) {}

    /** One line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineToPreview(
            int lineNumber,
            String productId,
            String productName,
            String planId,
            String quantity,
            String unitPrice,
            LocalDate startDate,
            LocalDate endDate,
            String revenueTreatment,
            String taxCategoryCode) {}

    /** What the invoices of an order would say. */
    public record OrderPreview(
            String currency, Money netAmount, Money taxAmount, Money totalAmount, List<InvoicePreview> invoices) {}

    /** One invoice to come. */
    public record InvoicePreview(
            LocalDate date, Money netAmount, Money taxAmount, Money totalAmount, List<LinePreview> lines) {}

    /** One line of it. */
    public record LinePreview(
            int orderLineNumber, String description, Period servicePeriod, Money lineNetAmount, Money taxAmount) {}

    /** A half-open span of days. */
    public record Period(LocalDate start, LocalDate end) {}

    /** A subscription as it stands. */
    public record Subscription(
            UUID subscriptionId,
            String subscriptionNumber,
            UUID orderId,
            UUID lineId,
            String productId,
            String planId,
            LocalDate startDate,
            LocalDate endDate,
            String quantity,
            String unitPrice,
            String billingPeriod,
            String state) {

        /** False where nothing more is served. */
        public boolean runs() {
            return !"CANCELLED".equals(state) && !"EXPIRED".equals(state);
        }
    }

    /** A change that is wanted of a subscription. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String kind,
            UUID amendmentId,
            LocalDate effectiveDate,
            String planId,
            String replacesPlanId,
            String productId,
            String productName,
            String quantity,
            String unitPrice,
            LocalDate endDate,
            Integer termMonths,
            Boolean alignCycle,
            String upliftPercent,
            String reason) {}

    /** What a change would bill. */
    public record ChangePreview(
            LocalDate effectiveDate,
            LocalDate billedOn,
            List<ChangeLine> lines,
            Money netAmount,
            Money taxAmount,
            Money totalAmount,
            List<LaterInvoice> laterInvoices) {}

    /** One line of it. */
    public record ChangeLine(
            String type, String description, Period servicePeriod, Money lineNetAmount, Money taxAmount) {}

    /** What an invoice of a day would come to without the change and with it. */
    public record LaterInvoice(LocalDate date, Money netBefore, Money netAfter) {}

    /** How a plan of a subscription stands. */
    public record Stood(String planId, String productId, String quantity, String unitPrice, LocalDate endDate) {}

    /**
     * A change that was recorded; the invoice is what was billed of it at once.
     *
     * @param before how what it concerns stands on its day without it
     */
    public record Changed(UUID changeId, String state, LocalDate effectiveDate, UUID invoiceId, Stood before) {

        public boolean inEffect() {
            return "APPLIED".equals(state);
        }
    }

    /** All changes of a subscription. */
    record History(List<Changed> items) {}

    /** A page of subscriptions. */
    record SubscriptionPage(List<Subscription> items) {}

    /** An invoice; in a list without its lines. */
    public record Invoice(
            UUID invoiceId,
            String invoiceNumber,
            UUID orderId,
            UUID customerId,
            String state,
            Money payableAmount,
            Money openAmount,
            List<InvoiceLine> lines) {}

    /** One line of it. */
    public record InvoiceLine(
            UUID lineId, String type, String productId, String quantity, UUID orderLineId, Money lineNetAmount) {

        /** How many pieces it bills; a part of one counts as one. */
        public long wholePieces() {
            return new java.math.BigDecimal(quantity == null ? "0" : quantity)
                    .setScale(0, java.math.RoundingMode.CEILING)
                    .longValue();
        }

        /** What was served and charged at once, or by use: ending a subscription does not take it back. */
        public boolean outlivesSubscription() {
            return !"RECURRING".equals(type) && !"REPAIR".equals(type) && lineNetAmount.isPositive();
        }
    }

    /** A credit memo that is wanted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemoToWrite(
            UUID invoiceId, List<LineToCredit> lines, String reasonCode, String reason, Settlement settlement) {}

    /** A line to be credited; all that is left of it where no amount is given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineToCredit(UUID lineId, Money netAmount) {}

    /** Where a memo's amount goes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settlement(Money toInvoice, Money toCustomerCredit, Money toRefund) {

        /** All of it stays open until somebody says where it goes. */
        public static final Settlement NOTHING_YET = new Settlement(null, null, null);
    }

    /** A credit memo. */
    public record Memo(
            UUID creditMemoId, String creditMemoNumber, String state, Money totalAmount, Settlement settlement) {}

    /** A refund that is wanted, of what a memo owes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundToPay(
            UUID paymentId, UUID creditMemoId, Money amount, String channel, String reasonCode, String reason) {}

    /** A refund. */
    public record Refund(UUID refundId, String state, Money amount) {}

    /** What a customer disputes of an invoice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claim(UUID invoiceId, Money amount, String reasonCode, String reason) {}

    /** How a dispute is decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(String verdict, String note) {}

    /** A dispute as it is held; the memo where it was accepted. */
    public record HeldDispute(UUID disputeId, String state, Money amount, UUID creditMemoId) {}

    /** A page of invoices. */
    record InvoicePage(List<Invoice> items) {}
}
