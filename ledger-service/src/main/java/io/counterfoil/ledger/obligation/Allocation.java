package io.counterfoil.ledger.obligation;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Splits a contract's price over its obligations by their stand-alone selling prices; the last takes the remainder. Where some
 * are regularly sold together for less, that discount is theirs alone, and they count with what they cost together. What has
 * no such price that could be observed gets what the others leave (the residual approach); where they leave nothing, it counts
 * with its own price.
 */
final class Allocation {

    private Allocation() {}

    /** Where no stand-alone price is known, each keeps its own price. */
    static List<Money> of(List<ContractSigned.Promise> promises, List<ContractSigned.Together> soldTogether) {
        List<ContractSigned.Promise> counted = new ArrayList<>(promises);
        soldTogether.forEach(each -> lower(counted, each));
        return of(counted);
    }

    /** Only as a whole, and only where it is a discount. */
    private static void lower(List<ContractSigned.Promise> promises, ContractSigned.Together together) {
        List<ContractSigned.Promise> sold = promises.stream()
                .filter(promise -> together.performanceObligationIds().contains(promise.performanceObligationId()))
                .toList();
        boolean whole = sold.size() == together.performanceObligationIds().size()
                && sold.stream().noneMatch(Allocation::isUncertain);
        if (!whole
                || sold.stream()
                                .map(ContractSigned.Promise::standalone)
                                .reduce(Money::plus)
                                .orElseThrow()
                                .compareTo(together.price())
                        <= 0) {
            return;
        }
        Iterator<Money> parts = together.price()
                .allocate(sold.stream()
                        .map(promise -> promise.standalone().toDecimal())
                        .toList())
                .iterator();
        promises.replaceAll(promise -> sold.contains(promise) ? promise.at(parts.next()) : promise);
    }

    private static List<Money> of(List<ContractSigned.Promise> promises) {
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
        Money residual =
                promises.stream().map(ContractSigned.Promise::standalone).reduce(price, Money::minus);
        List<ContractSigned.Promise> uncertain = promises.stream()
                .filter(promise ->
                        isUncertain(promise) && promise.transactionPrice().isPositive())
                .toList();
        if (!uncertain.isEmpty() && residual.isPositive()) {
            return residual(promises, uncertain, residual);
        }
        return price.allocate(promises.stream()
                .map(promise -> isUncertain(promise) ? promise.transactionPrice() : promise.standalone())
                .map(Money::toDecimal)
                .toList());
    }

    private static boolean isUncertain(ContractSigned.Promise promise) {
        return !promise.standalone().isPositive();
    }

    private static List<Money> residual(
            List<ContractSigned.Promise> promises, List<ContractSigned.Promise> uncertain, Money residual) {
        Iterator<Money> parts = residual.allocate(uncertain.stream()
                        .map(promise -> promise.transactionPrice().toDecimal())
                        .toList())
                .iterator();
        return promises.stream()
                .map(promise -> uncertain.contains(promise) ? parts.next() : promise.standalone())
                .toList();
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
