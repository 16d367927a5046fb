package io.counterfoil.billing.stripe;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A message of the gateway that is authentic and can't be mapped; it is kept. */
final class UnreadableWebhook extends Refusal {

    UnreadableWebhook(String detail) {
        super(
                422,
                TroubleClass.SCHEMA,
                "The gateway's message can't be mapped: " + detail,
                "Compare the end point's API version with the supported ones, then replay.");
    }
}
