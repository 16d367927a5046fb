package io.counterfoil.billing.rating;

import io.counterfoil.common.money.Money;

/**
 * What a customer promised to spend in each period.
 *
 * @param minimum of a full period
 */
public record Commitment(Money minimum) {

    /** What is missing to the promise, which is prorated as the charges are; nothing when it was kept. */
    public Money trueUp(Share share, Money spent) {
        Money missing = UnitPrice.of(minimum)
                .times(share)
                .plus(UnitPrice.of(spent.negated()))
                .rounded(minimum.currency());
        return missing.isPositive() ? missing : Money.zero(minimum.currency());
    }
}
