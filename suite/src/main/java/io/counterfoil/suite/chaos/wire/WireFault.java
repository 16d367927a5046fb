package io.counterfoil.suite.chaos.wire;

/**
 * What an edge does to the bytes that pass.
 *
 * @param number milliseconds of delay, or bytes until the cut
 */
public record WireFault(Kind kind, long number) {
    /** The ways in which a network fails. */
    public enum Kind {
        /** None. */
        OPEN,
        /** Connections are ended, new ones too. */
        DOWN,
        /** Each piece waits. */
        DELAY,
        /** Each connection ends after so many bytes, wherever in a message that is. */
        CUT,
        /** The connections of this moment are reset; new ones are fine. */
        RESET,
        /** Bytes vanish, and nobody is told. */
        BLACK_HOLE
    }

    public static final WireFault OPEN = new WireFault(Kind.OPEN, 0);
    public static final WireFault DOWN = new WireFault(Kind.DOWN, 0);
    public static final WireFault RESET = new WireFault(Kind.RESET, 0);
    public static final WireFault BLACK_HOLE = new WireFault(Kind.BLACK_HOLE, 0);

    public static WireFault delay(long millis) {
        return new WireFault(Kind.DELAY, millis);
    }

    public static WireFault cutAfter(long bytes) {
        return new WireFault(Kind.CUT, bytes);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case DELAY -> "delay of " + number + " ms";
            case CUT -> "cut after " + number + " bytes";
            case BLACK_HOLE -> "black hole";
            default -> kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
