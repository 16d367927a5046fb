package io.counterfoil.order.mapping;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.mapping.ProductMapping.Key;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.inject.Inject;

/** Says which product another system's code is to mean; it does once another person agrees. */
@UseCase
class ProposeMapping {

    private final MappingProposals proposals;

    @Inject
    ProposeMapping(MappingProposals proposals) {
        this.proposals = proposals;
    }

    Proposal<ProductMapping> handle(Key key, MappingJson.Target target) {
        return proposals.propose(key, target);
    }
}
