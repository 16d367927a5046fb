package io.counterfoil.order.revision;

/** How far a version has come. */
public enum RevisionState {
    /** One person wants it. */
    PROPOSED,
    /** Another one agreed: it holds from its first day on. */
    APPROVED,
    /** Another one did not agree. */
    REJECTED,
    /** A newer one was proposed before anybody decided. */
    REPLACED
}
