package io.counterfoil.common.db;

/**
 * Recognises a change that lost against another one (an optimistic lock). That of the persistence API by its name, since a
 * service with plain SQL runs without it.
 */
public final class LostUpdate {

    private static final String OPTIMISTIC_LOCK = "jakarta.persistence.OptimisticLockException";

    private LostUpdate() {}

    public static boolean is(Throwable failure) {
        return failure instanceof ChangedMeanwhile
                || failure != null && failure.getClass().getName().equals(OPTIMISTIC_LOCK);
    }

    /** Whether it, or what caused it, is one. */
    public static boolean isBehind(Throwable failure) {
        return failure != null && (is(failure) || isBehind(failure.getCause()));
    }
}
