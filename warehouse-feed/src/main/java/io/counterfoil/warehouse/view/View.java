package io.counterfoil.warehouse.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.warehouse.part.Gathered;
import java.util.List;
import java.util.Map;

/**
 * One account as one audience sees it.
 *
 * @param sections by name; one whose service did not answer is not there, and marked in the parts
 * @param parts which section came from where, and whether it came
 */
public record View(String customerId, @JsonAnyGetter Map<String, JsonNode> sections, List<Told> parts) {

    /** The section without which there is no account. */
    static final String ACCOUNT = "account";

    /** One section's origin. */
    public record Told(String section, String service, Gathered.State state, String reason) {}
}
