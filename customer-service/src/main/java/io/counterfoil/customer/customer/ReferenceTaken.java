package io.counterfoil.customer.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.UUID;

/** An outside id means one customer only, and this one means another. */
public final class ReferenceTaken extends Refusal {

    public ReferenceTaken(ExternalReference reference, UUID holder) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "The reference " + reference + " belongs to customer " + holder,
                "Link the reference to the customer who is meant, or leave it out.");
    }
}
