package io.counterfoil.customer.credit;

import io.counterfoil.common.money.Money;
import java.util.Optional;

/**
 * What is at risk with a customer in one currency.
 *
 * @param openReceivables invoiced and not paid
 * @param unbilled active, and not invoiced yet, with the tax that is expected
 * @param acceptedOrders accepted, and not active yet, with the tax that is expected
 * @param unappliedCash what the customer paid and no invoice has used: it lowers the risk
 */
public record Exposure(Money openReceivables, Money unbilled, Money acceptedOrders, Money unappliedCash) {

    static Exposure none(String currency) {
        Money nothing = Money.zero(currency);
        return new Exposure(nothing, nothing, nothing, nothing);
    }

    /** All of it, less the cash; below zero where the customer has paid more than it owes. */
    public Money total() {
        return openReceivables.plus(unbilled).plus(acceptedOrders).minus(unappliedCash);
    }

    Exposure plus(Exposure other) {
        return new Exposure(
                openReceivables.plus(other.openReceivables),
                unbilled.plus(other.unbilled),
                acceptedOrders.plus(other.acceptedOrders),
                unappliedCash.plus(other.unappliedCash));
    }

    /** The same in another currency, each figure rounded once; empty where no rate is known. */
    Optional<Exposure> in(Conversion conversion) {
        return conversion
                .of(openReceivables.currency())
                .map(rate -> new Exposure(
                        rate.convert(openReceivables),
                        rate.convert(unbilled),
                        rate.convert(acceptedOrders),
                        rate.convert(unappliedCash)));
    }
}
