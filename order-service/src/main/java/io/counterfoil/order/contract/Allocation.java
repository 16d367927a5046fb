package io.counterfoil.order.contract;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.contract.ContractTerms.Promise;
import io.counterfoil.order.contract.ContractTerms.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits a contract's price over its obligations by their stand-alone selling prices (ASC 606-10-32-31). Where some are regularly
 * sold together for less, that discount is theirs alone (32-37): they count with what they cost together.
 */
final class Allocation {

    private Allocation() {}

    static List<Money> of(ContractTerms terms) {
        List<Money> alone = new ArrayList<>(
                terms.promises().stream().map(Promise::standaloneSellingPrice).toList());
        terms.soldTogether().forEach(together -> lower(terms.promises(), alone, together));
        if (alone.stream().noneMatch(Money::isPositive)) {
            return terms.promises().stream().map(Promise::lineTotal).toList();
        }
        return terms.transactionPrice()
                .allocate(alone.stream().map(Money::toDecimal).toList());
    }

    /** Only where it is a discount. */
    private static void lower(List<Promise> promises, List<Money> alone, Together together) {
        List<Integer> places = IntStream.range(0, promises.size())
                .filter(i -> together.performanceObligationIds()
                        .contains(promises.get(i).performanceObligationId()))
                .boxed()
                .toList();
        List<Money> prices = places.stream().map(alone::get).toList();
        Money sum = prices.stream().reduce(Money::plus).orElseThrow();
        if (prices.stream().allMatch(Money::isPositive) && sum.compareTo(together.price()) > 0) {
            List<Money> shares = together.price()
                    .allocate(prices.stream().map(Money::toDecimal).toList());
            for (int i = 0; i < shares.size(); i++) {
                alone.set(places.get(i), shares.get(i));
            }
        }
    }
}
