package io.counterfoil.billing.policy;

import io.counterfoil.billing.policy.Scope.Level;
import java.time.LocalDate;
import java.util.List;

/** Policies on the wire. */
public final class PolicyJson {

    private PolicyJson() {}

    /** What is published for one place. */
    public record Publication(String value, LocalDate validFrom, LocalDate validTo) {}

    /** A published version. */
    public record PolicyVersion(
            String policy,
            Level level,
            String key,
            int version,
            String value,
            LocalDate validFrom,
            LocalDate validTo,
            String publishedBy) {}

    /** A policy: what it may say and what it says where nobody chose. */
    public record PolicyView(
            String policy, LegalValues.Kind kind, List<String> legalValues, String rule, String defaultValue) {}

    static PolicyVersion version(PublishedPolicy published) {
        return new PolicyVersion(
                published.policy().text(),
                published.place().level(),
                published.place().key(),
                published.version(),
                published.value(),
                published.validFrom(),
                published.validTo(),
                published.publishedBy());
    }

    static PolicyView view(PolicyName policy) {
        LegalValues legal = policy.legal();
        return new PolicyView(policy.text(), legal.kind(), legal.choices(), legal.words(), legal.usual());
    }
}
