package io.counterfoil.warehouse.workbench;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.warehouse.part.Reply;

/** The service that was to act did not answer, so nobody knows whether it did. */
final class PartUnavailable extends Refusal {
    PartUnavailable(Reply reply) {
        super(
                503,
                TroubleClass.DOWNSTREAM_DOWN,
                reply.part().service() + " did not answer: " + reply.reason(),
                "Look there before you repeat it; with the same Idempotency-Key a repeat is harmless.");
    }
}
