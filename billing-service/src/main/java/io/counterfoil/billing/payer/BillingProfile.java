package io.counterfoil.billing.payer;

import java.util.UUID;

/**
 * What billing itself knows of a customer.
 *
 * @param payerId who pays its bills: its parent, or itself
 * @param segment by which it is dunned; may be null
 */
public record BillingProfile(UUID customerId, UUID payerId, String segment, int version) {

    static BillingProfile usual(UUID customerId) {
        return new BillingProfile(customerId, customerId, null, 0);
    }

    public boolean paysItself() {
        return payerId.equals(customerId);
    }
}
