package io.counterfoil.billing.dunning;

import io.counterfoil.billing.dunning.DunningJson.Publication;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.inject.Inject;

/** Publishes a policy as a new version; saying the same again publishes nothing. Running cases keep theirs. */
@UseCase
class PublishDunningPolicy {

    private final DunningPolicies policies;
    private final LegalEntities entities;

    @Inject
    PublishDunningPolicy(DunningPolicies policies, LegalEntities entities) {
        this.policies = policies;
        this.entities = entities;
    }

    DunningPolicy handle(String policyId, Publication wanted, String ifMatch) {
        DunningPolicy newest = policies.newest(policyId).orElse(null);
        int version = newest == null ? 0 : newest.version();
        if (ifMatch != null) {
            ETags.require(ifMatch, version);
        }
        DunningPolicy policy = wanted.policy(policyId, version + 1);
        if (newest != null && newest.saysTheSameAs(policy)) {
            return newest;
        }
        if (policy.legalEntityId() != null) {
            entities.byId(policy.legalEntityId());
        }
        policies.add(policy);
        return policy;
    }
}
