package io.counterfoil.order.mapping;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.mapping.ProductMapping.Key;
import jakarta.inject.Inject;

/** Says which product another system's code is to mean; it does once another person agrees. */
@UseCase
class ProposeMapping {

    private final MappingProposals proposals;

    @Inject
    ProposeMapping(MappingProposals proposals) {
        this.proposals = proposals;
    }

    MappingProposals.Outcome handle(Key key, MappingJson.Target target) {
        return proposals.propose(key, target);
    }
}
