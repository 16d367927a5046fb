package io.counterfoil.order.renewal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How a contract is to go on.
 *
 * @param upliftPercent what is added to the prices; null for nothing
 * @param noticeDays how long before the end the renewal begins
 * @param termEnd the first day that the contract does not cover
 */
record RenewalTerms(
        UUID contractId,
        RenewalMode mode,
        int termMonths,
        String upliftPercent,
        int noticeDays,
        LocalDate termEnd,
        int version) {

    /** The same for the next term. */
    RenewalTerms renewed(int months) {
        return new RenewalTerms(
                contractId, mode, termMonths, upliftPercent, noticeDays, termEnd.plusMonths(months), version + 1);
    }

    /** The same for a term that ends on another day. */
    RenewalTerms endingOn(LocalDate end) {
        return new RenewalTerms(contractId, mode, termMonths, upliftPercent, noticeDays, end, version + 1);
    }
}
