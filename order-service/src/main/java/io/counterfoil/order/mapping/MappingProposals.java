package io.counterfoil.order.mapping;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.order.catalogue.Catalogue;
import io.counterfoil.order.mapping.ProductMapping.Key;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions;
import io.counterfoil.order.revision.Revisions.Proposal;
import io.counterfoil.order.revision.Revisions.Wish;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What is wanted of mappings, checked and kept for another person to decide. */
@Dependent
class MappingProposals {

    private static final String WHICHEVER = "*";

    private final ProductMappings mappings;
    private final Catalogue catalogue;
    private final Revisions revisions;

    @Inject
    MappingProposals(ProductMappings mappings, Catalogue catalogue, Revisions revisions) {
        this.mappings = mappings;
        this.catalogue = catalogue;
        this.revisions = revisions;
    }

    /** The next version of it, or the newest where that says the same; a newer one is meant, whatever the one before. */
    Proposal<ProductMapping> propose(Key key, MappingJson.Target target) {
        if (target.productId() == null || !catalogue.isKnown(target.productId())) {
            throw new Invalid("/productId", "must be a product that was published");
        }
        if (!Revision.isSensible(target.validFrom()) || !Revision.isSensible(target.validTo())) {
            throw new Invalid("/validFrom", "and validTo must be days from 1990 to 2199");
        }
        return revisions.propose(
                mappings,
                key,
                new Wish<>(
                        target.validFrom(),
                        target.validTo(),
                        WHICHEVER,
                        known -> known.productId().equals(target.productId()),
                        revision -> new ProductMapping(key, target.productId(), revision)));
    }
}
