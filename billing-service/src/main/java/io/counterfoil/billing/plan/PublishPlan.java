package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.inject.Inject;
import java.util.List;

/** Publishes a plan as a new version; saying the same again publishes nothing. */
@UseCase
class PublishPlan {

    private final Plans plans;

    @Inject
    PublishPlan(Plans plans) {
        this.plans = plans;
    }

    Plan handle(String planId, Publication wanted, String ifMatch) {
        PlanRules.check(planId, wanted);
        Plan newest = plans.versions(List.of(planId)).stream().findFirst().orElse(null);
        int version = newest == null ? 0 : newest.version();
        if (ifMatch != null) {
            ETags.require(ifMatch, version);
        }
        Plan plan = wanted.plan(planId, version + 1);
        if (newest != null && newest.saysTheSameAs(plan)) {
            return newest;
        }
        plans.add(plan);
        return plan;
    }
}
