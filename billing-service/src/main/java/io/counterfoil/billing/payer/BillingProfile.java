package io.counterfoil.billing.payer;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What billing itself knows of a customer.
 *
 * @param payerId who pays its bills: its parent, or itself
 * @param segment by which it is dunned; may be null
 * @param timeZone where its days begin, for what is agreed from now on; null: where those of the seller do
 */
public record BillingProfile(UUID customerId, UUID payerId, String segment, ZoneId timeZone, int version) {

    static BillingProfile usual(UUID customerId) {
        return new BillingProfile(customerId, customerId, null, null, 0);
    }

    public boolean paysItself() {
        return payerId.equals(customerId);
    }
}
