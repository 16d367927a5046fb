package io.counterfoil.customer.ownership;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Who proposed a matrix does not approve it. */
public final class MatrixNeedsAnotherPerson extends Refusal {

    MatrixNeedsAnotherPerson(long version) {
        super(
                403,
                TroubleClass.MASTER_DATA,
                "Ownership matrix " + version + " was proposed by the same person",
                "Let another person decide.");
    }
}
