package io.counterfoil.order.amendment;

import java.util.Arrays;
import java.util.List;

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

    /** The names of those kinds by which the opposite of this one would undo more than it. */
    List<String> changesTheSame() {
        return Arrays.stream(values())
                .filter(other -> this != ADD_ON && other != ADD_ON)
                .filter(other -> (this == CO_TERM) == (other == CO_TERM))
                .map(Enum::name)
                .toList();
    }

    /** True where another product comes. */
    boolean bringsProduct() {
        return this == UPGRADE || this == DOWNGRADE || this == ADD_ON;
    }
}
