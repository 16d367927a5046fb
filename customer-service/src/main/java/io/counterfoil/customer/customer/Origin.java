package io.counterfoil.customer.customer;

import io.counterfoil.customer.matching.MatchedBy;
import java.time.Instant;

/**
 * On whose word a record changes.
 *
 * @param source the system that said so; {@code api} for a person
 * @param matchedBy how the customer was found; null where it was named by its own id
 * @param reason in the words of the person who did it; null where none was asked for
 * @param effectiveFrom since when it is so; null: from now on
 */
public record Origin(String source, MatchedBy matchedBy, String reason, Instant effectiveFrom) {

    /** The source of what a person says. */
    public static final String PERSON = "api";

    /** A person says so, for that reason. */
    public static Origin person(String reason) {
        return new Origin(PERSON, null, reason, null);
    }

    /** Another system says so. */
    public static Origin system(String source, MatchedBy matchedBy, String reason) {
        return new Origin(source, matchedBy, reason, null);
    }

    Origin since(Instant effective) {
        return new Origin(source, matchedBy, reason, effective);
    }
}
