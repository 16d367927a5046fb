package io.counterfoil.order.pricebook;

import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** One price of a book: of a product, in a currency, with the rules that go with it. */
@Embeddable
class PriceEntry {

    @Column(name = "product_id")
    private String productId;

    private String currency;

    @Column(name = "unit_price")
    private UnitPrice unitPrice;

    private ToleratedShare tolerance;

    @Column(name = "floor_price")
    private UnitPrice floor;

    @Column(name = "max_discount")
    private ToleratedShare maxDiscount;

    @Column(name = "unit_cost")
    private UnitPrice unitCost;

    @Column(name = "min_margin")
    private ToleratedShare minMargin;

    protected PriceEntry() {}

    PriceEntry(String productId, String currency, ListedPrice price) {
        this.productId = productId;
        this.currency = currency;
        unitPrice = price.unitPrice();
        tolerance = price.tolerance();
        floor = price.floor();
        maxDiscount = price.maxDiscount();
        unitCost = price.unitCost();
        minMargin = price.minMargin();
    }

    String productId() {
        return productId;
    }

    String currency() {
        return currency;
    }

    /** Whether both price the same thing. */
    boolean isFor(PriceEntry other) {
        return productId.equals(other.productId) && currency.equals(other.currency);
    }

    /** With its rules; the book is not named, for it is the one that is asked. */
    ListedPrice price() {
        return new ListedPrice(null, unitPrice, tolerance, floor, maxDiscount, unitCost, minMargin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceEntry that
                && productId.equals(that.productId)
                && currency.equals(that.currency)
                && price().equals(that.price());
    }

    @Override
    public int hashCode() {
        return Objects.hash(productId, currency);
    }
}
