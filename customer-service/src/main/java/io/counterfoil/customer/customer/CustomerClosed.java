package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.event.Fact;

/** A customer is one no longer; nothing about it changes any more. */
public record CustomerClosed(@JsonUnwrapped StateMove move) implements Fact {

    public static final String TYPE = "io.counterfoil.customer.customer.closed.v1";

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
