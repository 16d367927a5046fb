package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.event.Fact;
import io.counterfoil.customer.matching.MatchedBy;
import java.util.List;

/**
 * The golden record has a new version; it is told as a whole, with the names of what changed and the system on whose word:
 * nothing goes back to where it came from.
 */
public record CustomerUpdated(
        @JsonUnwrapped GoldenRecord customer, MatchedBy matchedBy, List<String> changedAttributes, String source)
        implements Fact {

    public static final String TYPE = "io.counterfoil.customer.customer.updated.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return customer.customerId().toString();
    }

    @Override
    public String partitionKey() {
        return subject();
    }
}
