package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.TaxCategory;
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
        List<AcceptableLine> lines,
        String timeZone) {

    /** Of a customer whose days begin with those of the seller. */
    public AcceptableOrder(
            String legalEntityId,
            String currency,
            LocalDate orderDate,
            LocalDate startDate,
            int termMonths,
            int paymentTermsDays,
            String purchaseOrderReference,
            List<AcceptableLine> lines) {
        this(
                legalEntityId,
                currency,
                orderDate,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                lines,
                null);
    }

    /** What the whole order is worth over its term, before tax. */
    public Money totalContractValue() {
        return lines.stream().map(AcceptableLine::lineTotal).reduce(Money.zero(currency), Money::plus);
    }

    /** The tax categories of its lines. */
    public List<TaxCategory> taxCategories() {
        return lines.stream().map(line -> line.offer().taxCategory()).toList();
    }
}
