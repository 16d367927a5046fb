package io.counterfoil.common.db;

/** A row is no longer what it was when it was read: somebody else has changed it, and the change at hand is not made. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile(String table, int wanted, int written) {
        super("of " + wanted + " rows of " + table + " only " + written + " were what they were when they were read");
    }
}
