package io.counterfoil.order.catalogue;

import io.counterfoil.order.pricing.UnitPrice;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** What one unit costs on its own, in one currency. */
@Embeddable
class StandalonePrice {

    private String currency;

    @Column(name = "unit_price")
    private UnitPrice unitPrice;

    protected StandalonePrice() {}

    StandalonePrice(String currency, UnitPrice unitPrice) {
        this.currency = currency;
        this.unitPrice = unitPrice;
    }

    String currency() {
        return currency;
    }

    UnitPrice unitPrice() {
        return unitPrice;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StandalonePrice that
                && currency.equals(that.currency)
                && unitPrice.equals(that.unitPrice);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, unitPrice);
    }
}
