package io.counterfoil.customer.customer;

import java.util.UUID;

/**
 * A customer went from one state to another.
 *
 * @param source {@code api} for a person, {@code billing} for dunning
 * @param reason in words; may be null
 */
public record StateMove(
        UUID customerId,
        String customerNumber,
        long version,
        CustomerState previousState,
        CustomerState state,
        String source,
        String reason) {

    boolean reinstates() {
        return previousState == CustomerState.SUSPENDED && state == CustomerState.ACTIVE;
    }
}
