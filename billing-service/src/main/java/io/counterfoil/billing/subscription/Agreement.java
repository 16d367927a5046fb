package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.OrderAccepted.BillTo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an accepted order says that every bill of it needs: who pays whom, in which currency, on which terms. Kept once,
 * never changed.
 *
 * @param correlationId the business transaction, taken up again whenever something of it is billed
 * @param acceptedEventId the event that told of the order
 */
public record Agreement(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String purchaseOrder,
        int paymentTermsDays,
        BillTo billTo,
        String correlationId,
        UUID acceptedEventId) {

    static Agreement of(OrderAccepted order, String correlationId, UUID eventId) {
        return new Agreement(
                order.orderId(),
                order.orderNumber(),
                order.contractId(),
                order.contractVersion(),
                order.customerId(),
                order.legalEntityId(),
                order.currency(),
                order.purchaseOrderReference(),
                order.paymentTermsDays(),
                order.billTo(),
                correlationId,
                eventId);
    }

    public String taxCountry() {
        return billTo.address().country();
    }

    /** The countries in which the customer is registered for VAT, as of the acceptance. */
    public Set<String> vatCountries() {
        List<OrderAccepted.TaxRegistration> registrations = billTo.taxRegistrations();
        return registrations == null
                ? Set.of()
                : registrations.stream()
                        .filter(registration -> "VAT".equals(registration.scheme()) && registration.country() != null)
                        .map(OrderAccepted.TaxRegistration::country)
                        .collect(Collectors.toSet());
    }

    /** The region without its country: CA, also where the address says US-CA; null where there is none. */
    public String taxRegion() {
        String region = billTo.address().region();
        if (region == null || region.isBlank()) {
            return null;
        }
        String country = taxCountry() + "-";
        return region.startsWith(country) ? region.substring(country.length()) : region;
    }
}
