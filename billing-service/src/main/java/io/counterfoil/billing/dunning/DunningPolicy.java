package io.counterfoil.billing.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One version of what happens to overdue invoices.
 *
 * @param legalEntityId whose invoices; null for all
 * @param segment of which customers; null for all
 * @param steps in the order of their days
 */
record DunningPolicy(
        String policyId,
        int version,
        String legalEntityId,
        String segment,
        LocalDate validFrom,
        LocalDate validTo,
        List<DunningStep> steps) {

    DunningPolicy {
        steps = List.copyOf(steps);
    }

    boolean saysTheSameAs(DunningPolicy other) {
        return Objects.equals(this, other.withVersion(version));
    }

    DunningPolicy withVersion(int number) {
        return new DunningPolicy(policyId, number, legalEntityId, segment, validFrom, validTo, steps);
    }

    int firstDay() {
        return steps.get(0).daysOverdue();
    }

    /** What a fact says that it used. */
    String reference() {
        return policyId + "/" + version;
    }
}
