package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * How much credit a customer has.
 *
 * @param limit null where there is none
 * @param suspendedByDunning whether dunning may suspend the customer
 * @param version 0 where nobody has set anything yet
 */
public record CreditTerms(
        UUID customerId,
        Money limit,
        CreditPolicy policy,
        boolean suspendedByDunning,
        long version,
        String reason,
        String setBy,
        Instant setAt) {

    static CreditTerms none(UUID customerId) {
        return new CreditTerms(customerId, null, CreditPolicy.NONE, true, 0, null, null, null);
    }
}
