package io.counterfoil.warehouse.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a part answered.
 *
 * @param status 0 when it did not answer
 * @param body missing where there is none
 * @param eTag null where there is none
 * @param reason why there is no answer; null when there is one
 */
public record Reply(Part part, int status, JsonNode body, String eTag, String reason) {

    static Reply down(Part part, String reason) {
        return new Reply(part, 0, MissingNode.getInstance(), null, reason);
    }

    /** Whether it answered at all, be it with a refusal. */
    public boolean isUp() {
        return status != 0;
    }

    /** Whether it answered what was asked. */
    public boolean isGiven() {
        return status / 100 == 2;
    }
}
