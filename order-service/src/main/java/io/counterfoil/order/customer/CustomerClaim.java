package io.counterfoil.order.customer;

import java.util.List;
import java.util.UUID;

/**
 * What a channel says about the buyer: either the id of a known customer, or a reference with what the channel knows.
 *
 * @param customerId of a known customer; then the rest is not asked
 */
public record CustomerClaim(
        UUID customerId,
        CustomerReference reference,
        String legalName,
        String tradingName,
        List<TaxRegistration> taxRegistrations,
        PostalAddress billingAddress,
        String email,
        String website,
        String currency,
        String segment) {

    public CustomerClaim {
        taxRegistrations = taxRegistrations == null ? List.of() : List.copyOf(taxRegistrations);
    }
}
