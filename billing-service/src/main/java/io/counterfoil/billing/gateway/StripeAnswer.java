package io.counterfoil.billing.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway answered to a call. */
record StripeAnswer(int status, JsonNode body) {

    /** The gateway looked at it and said no; other answers (a wrong key, a failure of its own) say nothing. */
    boolean isRefused() {
        return status == 400 || status == 402 || status == 404;
    }

    /** It did not look at it at all. */
    boolean isTurnedAway() {
        return status == 429 || status == 401 || status == 403;
    }

    JsonNode ok() {
        if (status >= 300) {
            throw new GatewayUnavailable("the gateway answered " + status);
        }
        return body;
    }
}
