package io.counterfoil.billing.agreement;

import java.util.List;

/** Whom the invoice goes to, as of the day on which it was agreed. */
public record BillTo(String name, List<TaxRegistration> taxRegistrations, Address address, String email) {

    /** A registration for tax. */
    public record TaxRegistration(String scheme, String country, String id) {}

    /** A postal address. */
    public record Address(String line1, String line2, String city, String region, String postalCode, String country) {}
}
