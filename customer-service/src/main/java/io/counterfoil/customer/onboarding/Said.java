package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.CustomerJson;
import io.counterfoil.customer.customer.Proposal;

/**
 * What another system says, and how it is to be taken.
 *
 * @param body as it was sent
 * @param sourceVersion the other system's own version of its record; an older one than was told before is no news; may be
 *     null
 * @param refuseWhatIsOwned whether all is refused where a part belongs to another system; else the part is kept beside
 */
record Said(JsonNode body, Proposal proposal, Long sourceVersion, boolean refuseWhatIsOwned) {

    /** As it came in a request. */
    static Said of(JsonNode body, Long sourceVersion, String handling) {
        if (handling != null && !handling.equals("refuse") && !handling.equals("record")) {
            throw new Invalid("?handling", "can be refuse or record");
        }
        return new Said(body, Proposal.of(CustomerJson.object(body)), sourceVersion, !"record".equals(handling));
    }

    /** As it was kept for a person to decide: what belongs to another system is kept beside. */
    static Said kept(JsonNode body, Long sourceVersion) {
        return new Said(body, Proposal.of(CustomerJson.object(body)), sourceVersion, false);
    }

    Attributes attributes() {
        return proposal.attributes();
    }
}
