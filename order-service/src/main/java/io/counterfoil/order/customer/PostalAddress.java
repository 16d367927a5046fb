package io.counterfoil.order.customer;

/** Where bills go; only the country (ISO 3166-1 alpha-2) is always known. */
public record PostalAddress(
        String line1, String line2, String city, String region, String postalCode, String country) {}
