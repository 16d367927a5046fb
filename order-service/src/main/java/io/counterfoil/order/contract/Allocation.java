package io.counterfoil.order.contract;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.contract.ContractTerms.Promise;
import java.util.List;

/** Splits a contract's price over its obligations by their stand-alone selling prices (ASC 606-10-32-31). */
final class Allocation {

    private Allocation() {}

    static List<Money> of(ContractTerms terms) {
        boolean anyPrice = terms.promises().stream()
                .anyMatch(p -> p.standaloneSellingPrice().isPositive());
        if (!anyPrice) {
            return terms.promises().stream().map(Promise::lineTotal).toList();
        }
        return terms.transactionPrice()
                .allocate(terms.promises().stream()
                        .map(promise -> promise.standaloneSellingPrice().toDecimal())
                        .toList());
    }
}
