package io.counterfoil.billing.discount;

import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.plan.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The plan versions that say more than prices. A version never changes, so it is read once. */
@ApplicationScoped
class PlanTerms {

    @Inject
    Plans plans;

    private final Map<String, Optional<Plan>> versions = new ConcurrentHashMap<>();

    /** Of these prices ({@code plan/version/charge}) the plan versions with discounts or a promise, by {@code plan/version}. */
    Map<String, Plan> of(Collection<String> priceIds) {
        Map<String, Plan> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String priceId : priceIds) {
            String version = version(priceId);
            Optional<Plan> known = versions.get(version);
            if (known == null) {
                unknown.add(version);
            } else {
                known.ifPresent(plan -> found.put(version, plan));
            }
        }
        if (!unknown.isEmpty()) {
            learn(unknown).forEach((version, plan) -> plan.ifPresent(one -> found.put(version, one)));
        }
        return found;
    }

    static String version(String priceId) {
        return priceId.substring(0, priceId.lastIndexOf('/'));
    }

    private Map<String, Optional<Plan>> learn(Set<String> unknown) {
        Set<String> ids = new HashSet<>();
        unknown.forEach(version -> ids.add(version.substring(0, version.lastIndexOf('/'))));
        Plans.Catalogue catalogue = plans.of(ids);
        Map<String, Optional<Plan>> learned = new HashMap<>();
        for (String version : unknown) {
            int cut = version.lastIndexOf('/');
            Plan plan = catalogue.version(version.substring(0, cut), Integer.parseInt(version.substring(cut + 1)));
            learned.put(version, saysMore(plan) ? Optional.of(plan) : Optional.empty());
        }
        versions.putAll(learned);
        return learned;
    }

    private static boolean saysMore(Plan plan) {
        return plan.commitment() != null
                || !plan.discounts().isEmpty()
                || plan.charges().stream()
                        .anyMatch(charge -> !charge.terms().discounts().isEmpty() || charge.buysCredit());
    }
}
