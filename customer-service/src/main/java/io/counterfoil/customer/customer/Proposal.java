package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;

/** What another system says about a customer: attributes, and whether it is one already (ACTIVE) or may become one. */
public record Proposal(Attributes attributes, CustomerState state) {

    public Proposal {
        state = state == null ? CustomerState.ACTIVE : state;
    }

    /** Nobody is set back: who has bought stays ACTIVE, who is suspended stays so until a person reinstates. */
    public CustomerState stateAfter(CustomerState known) {
        return known == CustomerState.PROSPECT ? state : known;
    }

    /** Read from a request, strictly; the document is taken apart by this. */
    public static Proposal of(ObjectNode said) {
        JsonNode given = said.remove("state");
        CustomerState state = given == null || given.isNull() ? null : stateOf(given);
        return new Proposal(Json.read(said, Attributes.class), state);
    }

    private static CustomerState stateOf(JsonNode given) {
        return switch (given.asText()) {
            case "PROSPECT" -> CustomerState.PROSPECT;
            case "ACTIVE" -> CustomerState.ACTIVE;
            default -> throw new Invalid("/state", "can be PROSPECT or ACTIVE; a person suspends and closes");
        };
    }
}
