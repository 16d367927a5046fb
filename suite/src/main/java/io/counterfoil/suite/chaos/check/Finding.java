package io.counterfoil.suite.chaos.check;

/** One thing that is not as it must be. */
public record Finding(String check, Kind kind, String what) {
    /** In which way. */
    public enum Kind {
        LOST,
        DOUBLED,
        ADRIFT,
        WRONG
    }
}
