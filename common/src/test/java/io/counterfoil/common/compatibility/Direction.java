package io.counterfoil.common.compatibility;

/** Who writes the document that a schema describes. */
enum Direction {
    /** We write it, others read it: the new schema must allow no more than the old one did. */
    SENT,
    /** Others write it, we read it: the new schema must allow all that the old one did. */
    TAKEN
}
