package io.counterfoil.order.amendment;

/** What may be changed of a line of a contract, and what billing-service calls it. */
public enum AmendmentKind {
    UPGRADE("PLAN"),
    DOWNGRADE("PLAN"),
    QUANTITY("QUANTITY"),
    PRICE("PRICE"),
    ADD_ON("ADD_ON"),
    CO_TERM("CO_TERM");

    private final String change;

    AmendmentKind(String change) {
        this.change = change;
    }

    String change() {
        return change;
    }

    /** True where another product comes. */
    boolean bringsProduct() {
        return this == UPGRADE || this == DOWNGRADE || this == ADD_ON;
    }
}
