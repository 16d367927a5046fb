package io.counterfoil.common.trouble;

import io.counterfoil.common.http.Refusal;

/** Tries again what was parked. A bean for each kind of origin; events have theirs already. */
public interface Replay {

    /** Whether it replays what was parked under this origin. */
    boolean replays(String origin);

    /**
     * Does the work again, in the transaction that resolves the exception; a refusal rolls it back and leaves the
     * exception open with the new reason.
     */
    void replay(Trouble trouble);

    /**
     * Whether a replay of it works with its {@link Trouble#effectiveBody}, so that an edit has an effect. Where the content is
     * only a note of what lies elsewhere, an edit is refused instead of approved for nothing.
     */
    default boolean takesEdits(Trouble trouble) {
        return false;
    }

    /** Called in the transaction that notes that the replay was refused, for what waits for something else now. */
    default void refused(Trouble trouble, Refusal reason) {}

    /** Called in the transaction that waives it: what is given up must not stand in the way of what follows it. */
    default void waived(Trouble trouble) {}
}
