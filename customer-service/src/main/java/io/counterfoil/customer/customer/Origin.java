package io.counterfoil.customer.customer;

import io.counterfoil.customer.matching.MatchedBy;

/**
 * On whose word a record changes.
 *
 * @param source the system that said so; {@code api} for a person
 * @param matchedBy how the customer was found; null where it was named by its own id
 * @param reason in the words of the person who did it; null where none was asked for
 */
record Origin(String source, MatchedBy matchedBy, String reason) {

    static Origin person(String reason) {
        return new Origin("api", null, reason);
    }
}
