package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.event.Fact;

/** A suspended customer may buy again. */
public record CustomerReinstated(@JsonUnwrapped StateMove move) implements Fact {

    public static final String TYPE = "io.counterfoil.customer.customer.reinstated.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return move.customerId().toString();
    }

    @Override
    public String partitionKey() {
        return subject();
    }
}
