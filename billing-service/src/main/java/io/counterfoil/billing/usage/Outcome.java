package io.counterfoil.billing.usage;

/**
 * What became of one record.
 *
 * @param code the broken rule, when it was refused
 * @param reason in words, when it was refused or parked
 */
record Outcome(String key, Kind kind, String code, String reason) {

    /** Each record has one of these. */
    enum Kind {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    static Outcome accepted(UsageEntry entry) {
        return new Outcome(entry.key(), Kind.ACCEPTED, null, null);
    }

    /** Kept, but so late that a person decides. */
    static Outcome parked(UsageEntry entry) {
        return new Outcome(entry.key(), Kind.ACCEPTED, "usage-too-late", "Its period is closed; an exception is open");
    }

    static Outcome duplicate(UsageEntry entry) {
        return new Outcome(entry.key(), Kind.DUPLICATE, null, null);
    }

    static Outcome refused(UsageEntry entry, String code, String reason) {
        return new Outcome(entry.key(), Kind.REFUSED, code, reason);
    }
}
