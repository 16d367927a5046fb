package io.counterfoil.order.reversal;

import io.counterfoil.order.journey.ProcessKind;

/** How much of an order is taken back. */
public enum ReversalKind {
    /** From a day on. */
    CANCELLATION(ProcessKind.CANCELLATION),
    /** All of it. */
    COMPENSATION(ProcessKind.COMPENSATION),
    /** Some lines of an invoice. */
    RETURN(ProcessKind.RETURN);

    private final ProcessKind process;

    ReversalKind(ProcessKind process) {
        this.process = process;
    }

    ProcessKind process() {
        return process;
    }

    boolean isWhole() {
        return this != RETURN;
    }
}
