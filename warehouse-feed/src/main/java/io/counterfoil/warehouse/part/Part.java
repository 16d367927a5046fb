package io.counterfoil.warehouse.part;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A service that can be asked. */
public enum Part {
    CUSTOMER("customer-service"),
    ORDER("order-service"),
    BILLING("billing-service"),
    LEDGER("ledger-service"),
    WAREHOUSE("warehouse-feed");

    private final String service;

    Part(String service) {
        this.service = service;
    }

    /** Its name, as people know it. */
    @JsonValue
    public String service() {
        return service;
    }

    /** The part of that name. */
    public static Optional<Part> named(String service) {
        return Arrays.stream(values())
                .filter(part -> part.service.equals(service))
                .findFirst();
    }
}
