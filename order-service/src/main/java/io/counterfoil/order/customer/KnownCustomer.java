package io.counterfoil.order.customer;

import java.util.List;
import java.util.UUID;

/** The golden record, as far as an order needs it. */
public record KnownCustomer(
        UUID customerId,
        String customerNumber,
        String state,
        String legalName,
        List<TaxRegistration> taxRegistrations,
        PostalAddress billingAddress,
        String email) {

    public KnownCustomer {
        taxRegistrations = taxRegistrations == null ? List.of() : List.copyOf(taxRegistrations);
    }

    /** False for customers with whom no new business is done. */
    public boolean mayBuy() {
        return "PROSPECT".equals(state) || "ACTIVE".equals(state);
    }
}
