package io.counterfoil.order.awaited;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a fact of customer-service says that may put a family in order: somebody was reinstated, related otherwise, merged or
 * unmerged.
 *
 * @param survivorId in whom it lives on, or no longer does; else null
 */
record FamilyFact(UUID customerId, UUID survivorId) {

    /** Who is not what it was before. */
    List<UUID> changed() {
        return Stream.of(customerId, survivorId).filter(id -> id != null).toList();
    }
}
