package io.counterfoil.billing.policy;

import io.counterfoil.billing.policy.Scope.Place;
import java.time.LocalDate;

/** One version of a policy's value for one place, with its validity. Never changed. */
record PublishedPolicy(
        PolicyName policy,
        Place place,
        int version,
        String value,
        LocalDate validFrom,
        LocalDate validTo,
        String publishedBy) {

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean saysTheSameAs(PublishedPolicy other) {
        return value.equals(other.value)
                && validFrom.equals(other.validFrom)
                && java.util.Objects.equals(validTo, other.validTo);
    }

    PublishedPolicy after(PublishedPolicy other) {
        return new PublishedPolicy(policy, place, other.version + 1, value, validFrom, validTo, publishedBy);
    }

    PolicyValue asValue() {
        return new PolicyValue(policy, value, place.level() + "/" + place.key() + "/" + version);
    }
}
