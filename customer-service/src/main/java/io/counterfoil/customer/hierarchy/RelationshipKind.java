package io.counterfoil.customer.hierarchy;

/** As what another customer stands to one. At most one parent and one bill-to on a day; ship-tos as many as needed. */
public enum RelationshipKind {
    PARENT("parent"),
    BILL_TO("billTo"),
    SHIP_TO("shipTo");

    private final String attribute;

    RelationshipKind(String attribute) {
        this.attribute = attribute;
    }

    /** As what the ownership matrix knows it. */
    String attribute() {
        return attribute;
    }

    boolean isSingle() {
        return this != SHIP_TO;
    }
}
