package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.event.Fact;
import io.counterfoil.customer.matching.MatchedBy;

/** A customer is known for the first time. */
public record CustomerCreated(@JsonUnwrapped GoldenRecord customer, MatchedBy matchedBy, String source)
        implements Fact {

    public static final String TYPE = "io.counterfoil.customer.customer.created.v1";

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
