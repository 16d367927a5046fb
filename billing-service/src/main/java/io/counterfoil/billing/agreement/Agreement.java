package io.counterfoil.billing.agreement;

import io.counterfoil.billing.legalentity.LegalEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The container of subscriptions: what every bill of them needs. Who pays whom, in which currency, on which terms. Kept
 * once, never changed.
 *
 * @param agreementId the order's id where an order made it
 * @param orderId null where no order made it
 * @param correlationId the business transaction, taken up again whenever something of it is billed
 * @param acceptedEventId the event that told of the order; null where no order made it
 * @param timeZone where the customer's days begin; null where they begin with those of the seller
 * @param anchorDay the day of the month for subscriptions that are aligned with the account; null to take each its own
 */
public record Agreement(
        UUID agreementId,
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
        UUID acceptedEventId,
        Integer anchorDay,
        ZoneId timeZone) {

    /** Which day it is for the customer: in its own time zone, else in that of the seller. */
    public LocalDate today(LegalEntity seller, Instant now) {
        return timeZone == null ? seller.dateAt(now) : LocalDate.ofInstant(now, timeZone);
    }

    public String taxCountry() {
        return billTo.address().country();
    }

    /** The countries in which the customer is registered for VAT, as of the acceptance. */
    public Set<String> vatCountries() {
        List<BillTo.TaxRegistration> registrations = billTo.taxRegistrations();
        return registrations == null
                ? Set.of()
                : registrations.stream()
                        .filter(registration -> "VAT".equals(registration.scheme()) && registration.country() != null)
                        .map(BillTo.TaxRegistration::country)
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
