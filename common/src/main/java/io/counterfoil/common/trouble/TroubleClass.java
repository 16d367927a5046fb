package io.counterfoil.common.trouble;

/** Why something could not complete, and so which team owns it until it is resolved, unless a more specific owner is known. */
public enum TroubleClass {
    MASTER_DATA("revenue-operations"),
    MAPPING("revenue-operations"),
    SCHEMA("integration"),
    TAX("tax"),
    CREDIT("finance"),
    PRICE("sales-operations"),
    PERIOD_CLOSED("finance"),
    DUPLICATE_CONFLICT("integration"),
    DOWNSTREAM_REFUSED("integration"),
    DOWNSTREAM_DOWN("platform"),
    POISON("integration"),

    /** Nobody broke a rule: what should have gone on by now has not. Its owner is that of the state, where one is published. */
    OVERDUE("revenue-operations");

    private final String owner;

    TroubleClass(String owner) {
        this.owner = owner;
    }

    /** The team that can mend it. */
    public String owner() {
        return owner;
    }
}
