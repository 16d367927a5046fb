package io.counterfoil.order.availability;

import java.util.UUID;

/** What is put aside, shipped and returned of what one line of an order wants, in pieces. */
record Allocation(
        UUID lineId,
        UUID orderId,
        String productId,
        long wanted,
        long allocated,
        long shipped,
        long returned,
        boolean released) {

    /** Not in stock, and not shipped. */
    long missing() {
        return released ? 0 : wanted - allocated - shipped;
    }

    String state() {
        if (returned > 0) {
            return "RETURNED";
        }
        if (released) {
            return "RELEASED";
        }
        if (shipped == wanted) {
            return "SHIPPED";
        }
        return missing() > 0 ? "BACK_ORDERED" : "ALLOCATED";
    }
}
