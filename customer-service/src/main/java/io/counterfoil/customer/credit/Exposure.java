package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;

/**
 * What is at risk with a customer in one currency.
 *
 * @param openReceivables invoiced and not paid
 * @param unbilled active, and not invoiced yet (without tax)
 * @param acceptedOrders accepted, and not active yet (without tax)
 */
public record Exposure(Money openReceivables, Money unbilled, Money acceptedOrders) {

    static Exposure none(String currency) {
        Money nothing = Money.zero(currency);
        return new Exposure(nothing, nothing, nothing);
    }

    /** All of it. */
    public Money total() {
        return openReceivables.plus(unbilled).plus(acceptedOrders);
    }
}
