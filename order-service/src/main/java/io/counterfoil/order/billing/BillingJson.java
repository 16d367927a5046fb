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
}
