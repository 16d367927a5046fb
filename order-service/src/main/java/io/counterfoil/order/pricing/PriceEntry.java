package io.counterfoil.order.pricing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** One price of a book: of a product, in a currency, with the share by which an order may differ. */
@Embeddable
class PriceEntry {

    @Column(name = "product_id")
    private String productId;

    private String currency;

    @Column(name = "unit_price")
    private UnitPrice unitPrice;

    private ToleratedShare tolerance;

    protected PriceEntry() {}

    PriceEntry(String productId, String currency, UnitPrice unitPrice, ToleratedShare tolerance) {
        this.productId = productId;
        this.currency = currency;
        this.unitPrice = unitPrice;
        this.tolerance = tolerance;
    }

    String productId() {
        return productId;
    }

    String currency() {
        return currency;
    }

    UnitPrice unitPrice() {
        return unitPrice;
    }

    ToleratedShare tolerance() {
        return tolerance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceEntry that
                && productId.equals(that.productId)
                && currency.equals(that.currency)
                && unitPrice.equals(that.unitPrice)
                && tolerance.equals(that.tolerance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(productId, currency);
    }
}
