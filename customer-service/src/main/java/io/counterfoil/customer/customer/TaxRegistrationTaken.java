package io.counterfoil.customer.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Set;
import java.util.UUID;

/** A tax id belongs to one customer only, and one of these belongs to another. */
public final class TaxRegistrationTaken extends Refusal {

    public TaxRegistrationTaken(Set<UUID> holders) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "One of the tax ids belongs to customer " + holders,
                "Correct the tax id, or remove it from the customer that holds it.");
    }

    static void refuseIfAny(Set<UUID> others) {
        if (!others.isEmpty()) {
            throw new TaxRegistrationTaken(others);
        }
    }
}
