package io.counterfoil.order.customer;

import java.util.List;

/** What is sent to customer-service about a customer; what is left out stays as it is there. */
public record CustomerProposal(
        String legalName,
        String tradingName,
        List<TaxRegistration> taxRegistrations,
        PostalAddress billingAddress,
        String email,
        String website,
        String currency,
        String segment) {

    static CustomerProposal of(CustomerClaim claim) {
        return new CustomerProposal(
                claim.legalName(),
                claim.tradingName(),
                claim.taxRegistrations().isEmpty() ? null : claim.taxRegistrations(),
                claim.billingAddress(),
                claim.email(),
                claim.website(),
                claim.currency(),
                claim.segment());
    }
}
