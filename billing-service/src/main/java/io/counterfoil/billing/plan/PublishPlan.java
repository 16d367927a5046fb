package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.PlanJson.ChargeJson;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.billing.plan.PlanJson.Published;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Publishes a plan as a new version; saying the same again publishes nothing. */
@UseCase
class PublishPlan {

    private final Plans plans;

    @Inject
    PublishPlan(Plans plans) {
        this.plans = plans;
    }

    Published handle(String planId, Publication wanted, String ifMatch) {
        PlanRules.check(planId, wanted);
        plans.unknownMeters(wanted.charges().stream()
                        .map(ChargeJson::meterId)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(meter -> {
                    throw new UnknownMeter(meter);
                });
        Published newest = plans.versions(List.of(planId)).stream().findFirst().orElse(null);
        int version = newest == null ? 0 : newest.version();
        if (ifMatch != null) {
            ETags.require(ifMatch, version);
        }
        Published published = new Published(planId, version + 1, wanted);
        if (newest != null && newest.plan().saysTheSameAs(published.plan())) {
            return newest;
        }
        plans.add(published);
        return published;
    }
}
