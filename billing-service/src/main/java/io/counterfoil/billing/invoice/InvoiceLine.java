package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.tax.Rate;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * One line of an issued invoice, as it stays: what it bills, and its tax.
 *
 * @param tax its share of the subtotal's tax
 * @param priceIncludesTax whether that was taken out of the price
 */
public record InvoiceLine(
        UUID lineId,
        int number,
        BillableItem item,
        Rate taxRate,
        String taxJurisdiction,
        Money tax,
        boolean priceIncludesTax) {

    public Money net() {
        return item.net();
    }

    /** What it bills as it was sold: with the tax that its price includes. */
    public BillableItem asSold() {
        return priceIncludesTax ? item.taxed(0, item.period(), item.net().plus(tax), item.taxCategory()) : item;
    }
}
