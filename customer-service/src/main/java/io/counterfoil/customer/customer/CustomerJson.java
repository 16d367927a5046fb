package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.reference.ExternalReference;
import java.time.Instant;
import java.util.List;

/** What goes over the wire about customers, besides the facts. */
public final class CustomerJson {

    private CustomerJson() {}

    /** A customer whom a person makes, with the references by which it will be known. */
    record NewCustomer(Proposal proposal, List<ExternalReference> references) {

        static NewCustomer of(JsonNode body) {
            ObjectNode rest = object(body);
            JsonNode references = rest.remove("references");
            List<ExternalReference> held = references == null || references.isNull()
                    ? List.of()
                    : List.of(Json.read(references, ExternalReference[].class));
            return new NewCustomer(Proposal.of(rest), held.stream().distinct().toList());
        }
    }

    /** The state to which a person moves a customer, and why. */
    public record Move(CustomerState state, String reason) {

        void check() {
            if (state == CustomerState.MERGED) {
                throw new Invalid("/state", "comes of a merge");
            }
            if (state == null) {
                throw new Invalid("/state", "is needed");
            }
            if (reason == null || reason.isBlank() || reason.length() > 500) {
                throw new Invalid("/reason", "is needed, with at most 500 characters");
            }
        }
    }

    /** The golden record, and how it was found where it was looked for. */
    public record View(@JsonUnwrapped GoldenRecord customer, MatchedBy matchedBy) {}

    /** One version, with who made it, when, and on whose word. */
    public record VersionView(
            long version,
            Instant changedAt,
            Instant effectiveFrom,
            String changedBy,
            String source,
            MatchedBy matchedBy,
            String reason,
            @JsonRawValue String changedAttributes,
            @JsonRawValue String goldenRecord) {}

    /** Who set an attribute to what it says, when, and from which source. */
    public record Provenance(
            String attribute,
            @JsonRawValue String value,
            String source,
            String setBy,
            Instant setAt,
            Instant effectiveFrom,
            long version,
            String reason) {}

    /** What is said in a request, as a document of its own that may be taken apart. */
    public static ObjectNode object(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new Invalid("", "must be an object that says something about the customer");
        }
        return body.deepCopy();
    }
}
