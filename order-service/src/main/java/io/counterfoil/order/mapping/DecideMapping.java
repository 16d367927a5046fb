package io.counterfoil.order.mapping;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.mapping.ProductMapping.Key;
import io.counterfoil.order.revision.Revisions;
import jakarta.inject.Inject;

/** Lets the newest version of a mapping hold, or not; never by whom it was proposed. */
@UseCase
class DecideMapping {

    private final ProductMappings mappings;
    private final Revisions revisions;

    @Inject
    DecideMapping(ProductMappings mappings, Revisions revisions) {
        this.mappings = mappings;
        this.revisions = revisions;
    }

    /** Of the version that was looked at, where the caller names one. */
    ProductMapping handle(Key key, boolean approved, String ifMatch) {
        return revisions.decide(mappings, key, approved, ifMatch);
    }
}
