package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;

/** What was there before the request changed it. */
@RequestScoped
class ChangeAtHand {

    private JsonNode before;

    void was(JsonNode representation) {
        before = representation;
    }

    JsonNode before() {
        return before;
    }
}
