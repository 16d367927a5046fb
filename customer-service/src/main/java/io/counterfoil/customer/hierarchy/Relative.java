package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.db.Row;
import java.util.UUID;

/** One who has a say in what a customer may have, and in which place: the customer itself, somebody above it, or who pays. */
record Relative(Place place, UUID customerId, String customerNumber, String state) {

    /** As what it stands to the customer. */
    enum Place {
        SELF,
        PARENT,
        /** One above, met a second time. */
        CIRCLE,
        BILL_TO
    }

    static Relative read(Row row) {
        return new Relative(
                Place.valueOf(row.text("place")), row.uuid("id"), row.text("customer_number"), row.text("state"));
    }

    boolean isActive() {
        return state.equals("PROSPECT") || state.equals("ACTIVE");
    }
}
