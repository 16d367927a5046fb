package io.counterfoil.warehouse.reconciliation;

/**
 * A document as one side knows it.
 *
 * @param number for people; may be null
 * @param ownPosition where its effect stands in that side's own history; null when unknown or not published yet
 */
record Document(String id, String number, long minor, Long ownPosition) {

    String name() {
        return number == null ? id : number;
    }
}
