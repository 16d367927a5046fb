package io.counterfoil.customer.ownership;

/**
 * One cell of the matrix.
 *
 * @param object what kind of thing, such as {@code CUSTOMER}
 * @param item an attribute group, or a state transition such as {@code ACTIVE>SUSPENDED}
 * @param system an outside system; {@code customer-service} for the people who use its API
 * @param authority whether our service is the authority (NATIVE) or mirrors an outside one (FEDERATED)
 */
public record OwnershipRule(String object, String item, String system, Right right, Authority authority) {

    /** Who is the authority. */
    public enum Authority {
        NATIVE,
        FEDERATED
    }
}
