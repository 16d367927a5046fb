package io.counterfoil.common.trouble;

/** Why something could not complete, and so which team owns it until it is resolved. */
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
    POISON("integration");

    private final String owner;

    TroubleClass(String owner) {
        this.owner = owner;
    }

    /** The team that can mend it. */
    public String owner() {
        return owner;
    }
}
