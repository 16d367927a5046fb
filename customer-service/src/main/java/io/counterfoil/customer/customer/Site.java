package io.counterfoil.customer.customer;

import java.util.Locale;

/**
 * Another address of the customer.
 *
 * @param kind what it is for, such as {@code SHIPPING} or {@code REGISTERED}; one of each kind
 */
public record Site(String kind, Address address) {

    public Site {
        kind = Attributes.trimmed(kind);
        kind = kind == null ? null : kind.toUpperCase(Locale.ROOT);
    }
}
