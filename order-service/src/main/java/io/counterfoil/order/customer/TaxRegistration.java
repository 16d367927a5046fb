package io.counterfoil.order.customer;

/** A tax number: its scheme (VAT, EIN, …), the country that gave it, and the number. */
public record TaxRegistration(String scheme, String country, String id) {}
