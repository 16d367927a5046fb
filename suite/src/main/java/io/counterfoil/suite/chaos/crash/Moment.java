package io.counterfoil.suite.chaos.crash;

/** When in a step a process ends. */
public enum Moment {
    /** The step is at hand and nothing is done. */
    BEFORE_THE_EFFECT("before the effect"),
    /** The effect is committed and nobody knows. */
    BEFORE_THE_ACKNOWLEDGEMENT("after the commit, before the acknowledgement"),
    /** All is done, the next step is not begun. */
    AFTER_THE_ACKNOWLEDGEMENT("after the acknowledgement");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
