package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.tax.Rate;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * One line of an issued invoice, as it stays: what it bills, and its tax.
 *
 * @param tax its share of the subtotal's tax
 */
public record InvoiceLine(UUID lineId, int number, BillableItem item, Rate taxRate, String taxJurisdiction, Money tax) {

    public Money net() {
        return item.net();
    }
}
