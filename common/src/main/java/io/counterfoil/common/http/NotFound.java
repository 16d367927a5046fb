package io.counterfoil.common.http;

import io.counterfoil.common.trouble.TroubleClass;

/** Something was asked for by an id or key that nothing has. */
public final class NotFound extends Refusal {

    public NotFound(String what, Object id) {
        super(
                404,
                TroubleClass.MASTER_DATA,
                "There is no " + what + " '" + id + "'",
                "Check the id; list the collection to see what exists.");
    }
}
