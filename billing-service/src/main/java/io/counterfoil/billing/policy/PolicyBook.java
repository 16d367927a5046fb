package io.counterfoil.billing.policy;

import io.counterfoil.billing.policy.Scope.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The policies that may concern a set of documents, read by one statement; answers without asking the database again.
 *
 * @param values versions by the place that they were published for, newest first
 */
public record PolicyBook(Map<Place, List<PublishedPolicy>> values) {

    /** Nothing was published: every policy has its default. */
    public static final PolicyBook DEFAULTS = new PolicyBook(Map.of());

    /** What applies on the day: the narrowest published value that is valid, else the built-in default. */
    public PolicyValue value(PolicyName policy, Scope scope, LocalDate day) {
        if (values.isEmpty()) {
            return PolicyValue.usual(policy);
        }
        return scope.places()
                .flatMap(place -> at(place, policy, day).stream())
                .findFirst()
                .map(PublishedPolicy::asValue)
                .orElseGet(() -> PolicyValue.usual(policy));
    }

    /** What a document that used these policies carries as {@code policyVersions}. */
    public Map<String, String> versions(Scope scope, LocalDate day, PolicyName... used) {
        Map<String, String> versions = new TreeMap<>();
        for (PolicyName policy : used) {
            versions.put(policy.text(), value(policy, scope, day).reference());
        }
        return versions;
    }

    private Optional<PublishedPolicy> at(Place place, PolicyName policy, LocalDate day) {
        return values.getOrDefault(place, List.of()).stream()
                .filter(version -> version.policy() == policy && version.validOn(day))
                .findFirst();
    }
}
