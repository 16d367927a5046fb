package io.counterfoil.customer.matching;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Set;
import java.util.UUID;

/** More than one customer may be meant. Nothing is guessed: a person decides. */
public final class AmbiguousMatch extends Refusal {

    public AmbiguousMatch(String why, Set<UUID> candidates) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Can't tell which customer is meant: " + why + " " + candidates,
                "Link the reference to the customer who is meant, correct the tax ids, or create a new customer; then replay.");
    }
}
