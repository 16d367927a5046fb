package io.counterfoil.order.intake;

import io.counterfoil.order.customer.CustomerReference;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import io.counterfoil.order.order.ExternalReference;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An order as it is sent by a caller without a CRM.
 *
 * @param timeZone where the customer's days begin; may be null
 */
public record OrderRequest(
        Customer customer,
        ExternalReference externalReference,
        String legalEntityId,
        String currency,
        LocalDate startDate,
        Integer termMonths,
        Integer paymentTermsDays,
        String purchaseOrderReference,
        List<Line> lines,
        String timeZone) {

    /** Whose days begin with those of the seller. */
    public OrderRequest(
            Customer customer,
            ExternalReference externalReference,
            String legalEntityId,
            String currency,
            LocalDate startDate,
            Integer termMonths,
            Integer paymentTermsDays,
            String purchaseOrderReference,
            List<Line> lines) {
        this(
                customer,
                externalReference,
                legalEntityId,
                currency,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                lines,
                null);
    }

    /** Who buys: a known customer, or a reference with what the caller knows. */
    public record Customer(
            UUID customerId,
            CustomerReference reference,
            String legalName,
            String tradingName,
            List<TaxRegistration> taxRegistrations,
            PostalAddress billingAddress,
            String email,
            String website,
            String segment) {}

    /** One line; a phase of a deal starts later or ends earlier than the order; another legal entity may sell it. */
    public record Line(
            String productId,
            String quantity,
            String unitPrice,
            String description,
            Integer startsAfterMonths,
            Integer months,
            String legalEntityId) {

        /** A line that is sold by the legal entity of the order. */
        public Line(
                String productId,
                String quantity,
                String unitPrice,
                String description,
                Integer startsAfterMonths,
                Integer months) {
            this(productId, quantity, unitPrice, description, startsAfterMonths, months, null);
        }
    }

    /** What a caller says when an order is given up. */
    public record Cancellation(String reason) {}
}
