package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.OfDocument.Kind;
import io.counterfoil.billing.conformance.RatingJson.OfLine;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;

/** What an allowance or charge comes to. Pure. */
final class LowersOrRaises {

    private LowersOrRaises() {}

    /** Below zero for an allowance; {@code whole} is what it lowers or raises. */
    static Money by(OfLine asked, Money whole, String at) {
        if ((asked.amount() == null) == (asked.percent() == null)) {
            throw new Invalid(at, "has either an amount or a percentage");
        }
        Money amount = asked.percent() == null
                ? inCurrency(asked.amount(), whole, at + "/amount/currency")
                : percent(
                        asked.percent(),
                        asked.base() == null ? whole : inCurrency(asked.base(), whole, at + "/base/currency"));
        return asked.kind() == Kind.ALLOWANCE ? amount.negated() : amount;
    }

    private static Money percent(String percent, Money base) {
        return UnitPrice.of(percent, "100")
                .times(new Quantity(base.toDecimal()))
                .rounded(base.currency());
    }

    private static Money inCurrency(Money amount, Money whole, String at) {
        if (!amount.currency().equals(whole.currency())) {
            throw new Invalid(at, "must be " + whole.currency());
        }
        return amount;
    }
}
