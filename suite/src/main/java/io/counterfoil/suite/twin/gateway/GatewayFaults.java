package io.counterfoil.suite.twin.gateway;

/**
 * The faults that a test switches on, all off by default.
 *
 * @param duplicates further copies of each event, at once
 * @param delayMillis each event waits this long
 * @param holdAndReverse so many events are held back and then sent latest first
 * @param silentRefunds so many refunds are paid, but their answers never come
 */
public record GatewayFaults(int duplicates, int delayMillis, int holdAndReverse, int silentRefunds) {

    /** Nothing goes wrong. */
    public static final GatewayFaults NONE = new GatewayFaults(0, 0, 0, 0);
}
