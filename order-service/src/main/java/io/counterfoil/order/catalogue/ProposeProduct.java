package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.inject.Inject;

/** Proposes a product or its next version; it can be sold once another person agrees. The same again changes nothing. */
@UseCase
class ProposeProduct {

    private final ProductProposals proposals;

    @Inject
    ProposeProduct(ProductProposals proposals) {
        this.proposals = proposals;
    }

    Proposal<ProductVersion> handle(String productId, ProductJson.Terms terms, String ifMatch) {
        return proposals.propose(productId, terms, ifMatch);
    }
}
