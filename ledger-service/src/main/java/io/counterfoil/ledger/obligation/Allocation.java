package io.counterfoil.ledger.obligation;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.util.List;

/** Splits a contract's price over its obligations by their stand-alone selling prices; the last takes the remainder. */
final class Allocation {

    private Allocation() {}

    /** Where no stand-alone price is known, each keeps its own price. */
    static List<Money> of(List<ContractSigned.Promise> promises) {
        boolean known =
                promises.stream().anyMatch(promise -> promise.standalone().isPositive());
        if (!known) {
            return promises.stream()
                    .map(ContractSigned.Promise::transactionPrice)
                    .toList();
        }
        Money price = promises.stream()
                .map(ContractSigned.Promise::transactionPrice)
                .reduce(Money::plus)
                .orElseThrow();
        return price.allocate(promises.stream()
                .map(promise -> promise.standalone().toDecimal())
                .toList());
    }

    /** What a billed part of the stated price earns more, or less, than it costs; parts add up to the whole. */
    static Money more(Money stated, Money allocated, Money billedBefore, Money billed) {
        Money difference = allocated.minus(stated);
        return upTo(difference, stated, billedBefore.plus(billed)).minus(upTo(difference, stated, billedBefore));
    }

    private static Money upTo(Money difference, Money stated, Money billed) {
        return stated.isZero()
                ? Money.zero(stated.currency())
                : Rounding.share(difference, BigDecimal.valueOf(billed.minor()), BigDecimal.valueOf(stated.minor()));
    }
}
