package io.counterfoil.billing.customercredit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The facts of a credit. */
final class CreditFacts {

    private CreditFacts() {}

    static CreditGranted granted(Credit credit, Map<String, String> policyVersions) {
        return new CreditGranted(
                credit.creditId(),
                credit.customerId(),
                credit.legalEntityId(),
                credit.currency(),
                credit.kind(),
                credit.amount(),
                credit.origin(),
                credit.sourceId(),
                credit.sourceNumber(),
                credit.reasonCode(),
                credit.reason(),
                credit.expiresOn(),
                credit.requestedBy(),
                credit.approvedBy(),
                credit.effectiveDate(),
                credit.effectiveAt(),
                policyVersions);
    }

    /** Tells what was left before it ended. */
    static CreditExpired expired(Credit before, CreditExpired.Cause cause, String who, LocalDate day, Instant at) {
        return new CreditExpired(
                before.creditId(),
                before.customerId(),
                before.legalEntityId(),
                before.currency(),
                before.kind(),
                before.remaining(),
                cause,
                before.origin(),
                before.reasonCode(),
                before.reason(),
                who,
                day,
                at,
                Map.of());
    }
}
