package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.http.Invalid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What goes over the wire about relationships. */
final class RelationshipJson {

    private RelationshipJson() {}

    /** As what which customer is to stand to this one; without a day from today on. */
    public record Wanted(RelationshipKind kind, UUID customerId, LocalDate validFrom, String reason) {

        void check() {
            if (kind == null) {
                throw new Invalid("/kind", "is needed");
            }
            if (customerId == null) {
                throw new Invalid("/customerId", "is needed");
            }
            within("/validFrom", validFrom);
            checked(reason);
        }
    }

    /** The first day on which it no longer stands; without one, today. */
    public record Ending(LocalDate validTo, String reason) {

        void check() {
            within("/validTo", validTo);
            checked(reason);
        }
    }

    /** The relationships of a customer. */
    public record Relations(List<Relationship> items) {}

    /** The tree in which the customer stands on a day, from its top. */
    public record Tree(UUID rootId, LocalDate asOf, List<Family.Member> members) {}

    private static void within(String pointer, LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2999)) {
            throw new Invalid(pointer, "is not within 1900 and 2999");
        }
    }

    private static void checked(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new Invalid("/reason", "is needed, with at most 500 characters");
        }
    }
}
