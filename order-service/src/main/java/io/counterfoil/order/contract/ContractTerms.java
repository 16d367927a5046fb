package io.counterfoil.order.contract;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an order brings into its contract.
 *
 * @param soldTogether what some of its promises regularly cost together: a discount on them is theirs alone
 */
public record ContractTerms(
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate startDate,
        int termMonths,
        List<Promise> promises,
        List<Together> soldTogether) {

    /** What some promises, at least two, regularly cost together. */
    public record Together(List<UUID> performanceObligationIds, Money price) {}

    /** One line of the order as a promise to the customer. */
    public record Promise(
            UUID performanceObligationId,
            UUID lineId,
            String productId,
            String revenueTreatment,
            Money lineTotal,
            Money standaloneSellingPrice,
            boolean standalonePriceKnown,
            LocalDate startDate,
            LocalDate endDate) {}

    Money transactionPrice() {
        return promises.stream().map(Promise::lineTotal).reduce(Money.zero(currency), Money::plus);
    }
}
