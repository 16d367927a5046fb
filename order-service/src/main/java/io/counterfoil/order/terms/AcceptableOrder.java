package io.counterfoil.order.terms;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.pricebook.PriceScope;
import java.time.LocalDate;
import java.util.List;

/**
 * An order that passed every rule that can be checked without knowing the customer's golden record.
 *
 * @param usualPaymentTerms nothing was said of them: they are ours
 * @param timeZone where the customer's days begin; may be null
 * @param scope for whom its prices were looked up
 */
public record AcceptableOrder(
        String legalEntityId,
        String currency,
        LocalDate orderDate,
        LocalDate startDate,
        int termMonths,
        int paymentTermsDays,
        String purchaseOrderReference,
        List<AcceptableLine> lines,
        boolean usualPaymentTerms,
        String timeZone,
        PriceScope scope) {

    /** An order that says when it is to be paid, of a customer whose days begin with those of the seller. */
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
                false,
                null,
                PriceScope.of(legalEntityId));
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
