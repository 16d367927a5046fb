package io.counterfoil.common.webhook;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** We call nobody inside our own network, whatever a subscriber names: only public addresses over TLS. */
public final class AddressNotAllowed extends Refusal {
    AddressNotAllowed(String detail) {
        super(
                422,
                TroubleClass.DOWNSTREAM_REFUSED,
                detail,
                "Name an https address of a public host, without user and password.");
    }
}
