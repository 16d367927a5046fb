package io.counterfoil.billing.policy;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.policy.PolicyJson.Publication;
import io.counterfoil.billing.policy.Scope.Level;
import io.counterfoil.billing.policy.Scope.Place;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.security.Caller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Publishes a policy's value for one place as a new version; saying the same again publishes nothing. */
@UseCase
class PublishPolicy {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final PolicyRows rows;
    private final LegalEntities entities;
    private final Caller caller;

    @Inject
    PublishPolicy(PolicyRows rows, LegalEntities entities, Caller caller) {
        this.rows = rows;
        this.entities = entities;
        this.caller = caller;
    }

    PublishedPolicy handle(String name, Place place, Publication wanted) {
        PolicyName policy = PolicyName.named(name).orElseThrow(() -> new NotFound("policy", name));
        check(policy, place, wanted);
        if (place.level() == Level.LEGAL_ENTITY) {
            entities.byId(place.key());
        }
        PublishedPolicy said = new PublishedPolicy(
                policy, place, 1, wanted.value(), wanted.validFrom(), wanted.validTo(), caller.sub());
        PublishedPolicy newest = rows.newest(policy, place).orElse(null);
        if (newest != null && newest.saysTheSameAs(said)) {
            return newest;
        }
        PublishedPolicy published = newest == null ? said : said.after(newest);
        rows.add(published);
        return published;
    }

    private static void check(PolicyName policy, Place place, Publication wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (place.level() == Level.CONTRACT && !place.key().matches(UUID_FORM)) {
            errors.add(new FieldError("", "the key of a contract is its id"));
        }
        if (place.level() == Level.CHARGE && !place.key().matches("[^:]{1,100}:[^:]{1,100}")) {
            errors.add(new FieldError("", "the key of a charge is planId:chargeId"));
        }
        if (!policy.legal().allow(wanted.value())) {
            errors.add(new FieldError("/value", "must be " + policy.legal().words()));
        }
        if (wanted.validFrom() == null) {
            errors.add(new FieldError("/validFrom", "is required"));
        } else if (wanted.validTo() != null && !wanted.validTo().isAfter(wanted.validFrom())) {
            errors.add(new FieldError("/validTo", "must be after validFrom"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
