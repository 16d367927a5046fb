package io.counterfoil.order.order;

import io.counterfoil.common.db.Row;

/** The record of the order in the system that it came from. */
public record ExternalReference(String system, String id) {

    /** As it lies beside others in a row; null where there is none. */
    public static ExternalReference read(Row row) {
        String id = row.text("external_id");
        return id == null ? null : new ExternalReference(row.text("external_system"), id);
    }

    /** Its system, null where there is none. */
    public static String systemOf(ExternalReference reference) {
        return reference == null ? null : reference.system();
    }

    /** Its id, null where there is none. */
    public static String idOf(ExternalReference reference) {
        return reference == null ? null : reference.id();
    }
}
