package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;

/** An order that passed every rule that can be checked without knowing the customer's golden record. */
public record AcceptableOrder(
        String legalEntityId,
        String currency,
        LocalDate orderDate,
        LocalDate startDate,
        int termMonths,
        int paymentTermsDays,
        String purchaseOrderReference,
        List<AcceptableLine> lines) {

    /** What the whole order is worth over its term, before tax. */
    public Money totalContractValue() {
        return lines.stream().map(AcceptableLine::lineTotal).reduce(Money.zero(currency), Money::plus);
    }
}
