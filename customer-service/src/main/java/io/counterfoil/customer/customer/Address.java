package io.counterfoil.customer.customer;

/** Where the customer wants its invoices; {@code country} is ISO 3166-1 alpha-2. */
public record Address(String line1, String line2, String city, String region, String postalCode, String country) {

    public Address {
        line1 = Attributes.trimmed(line1);
        line2 = Attributes.trimmed(line2);
        city = Attributes.trimmed(city);
        region = Attributes.trimmed(region);
        postalCode = Attributes.trimmed(postalCode);
        country = Attributes.trimmed(country);
    }
}
