package io.counterfoil.customer.hierarchy;

/** As what another customer stands to one. At most one parent and one bill-to on a day; ship-tos as many as needed. */
public enum RelationshipKind {
    PARENT,
    BILL_TO,
    SHIP_TO;

    boolean isSingle() {
        return this != SHIP_TO;
    }
}
