package io.counterfoil.billing.stripe;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A message of the gateway that is authentic and can't be mapped; it is kept. */
final class UnreadableWebhook extends Refusal {

    UnreadableWebhook(String detail) {
        this(
                detail,
                "Compare the end point's API version with the supported ones. A replay reads the same bytes: it helps"
                        + " once a release reads them. If the gateway has sent it anew in a supported version, waive this"
                        + " one.");
    }

    private UnreadableWebhook(String detail, String remedy) {
        super(422, TroubleClass.SCHEMA, "The gateway's message can't be mapped: " + detail, remedy);
    }

    /** Not even its id and type can be read. */
    static UnreadableWebhook noEvent() {
        return new UnreadableWebhook(
                "it is no event",
                "Look up at the gateway which event it was, and edit the content to that: when another person approves"
                        + " it, it is taken. Waive it if it was none.");
    }
}
