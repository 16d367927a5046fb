package io.counterfoil.suite.twin.gateway;

/**
 * The faults that a test switches on, all off by default.
 *
 * @param duplicates further copies of each event, at once
 * @param delayMillis each event waits this long
 * @param holdAndReverse so many events are held back and then sent latest first
 * @param silentRefunds so many refunds are paid, but their answers never come
 * @param silentCharges so much money is taken, but the answers never come
 * @param busy so many calls that would take money are turned away with 429
 * @param broken so many calls that would take money are answered with 500
 * @param unreadable so many lists of payments are answered with 500
 * @param schemaDrift events have further fields, in another order
 */
public record GatewayFaults(
        int duplicates,
        int delayMillis,
        int holdAndReverse,
        int silentRefunds,
        int silentCharges,
        int busy,
        int broken,
        int unreadable,
        boolean schemaDrift) {

    /** Nothing goes wrong. */
    public static final GatewayFaults NONE = new GatewayFaults(0, 0, 0, 0, 0, 0, 0, 0, false);
}
