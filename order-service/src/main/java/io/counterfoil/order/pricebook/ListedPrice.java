package io.counterfoil.order.pricebook;

import io.counterfoil.order.pricing.ToleratedShare;
import io.counterfoil.order.pricing.UnitPrice;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A price of a book with the rules that go with it.
 *
 * @param tolerance the share by which an order may differ, without anybody's approval
 * @param floor the lowest price; null for none
 * @param maxDiscount the highest discount, as a share of the listed price; null for none
 * @param unitCost what it costs us; null where no margin is asked for
 * @param minMargin the lowest margin, as a share of the price
 */
public record ListedPrice(
        String priceBookId,
        UnitPrice unitPrice,
        ToleratedShare tolerance,
        UnitPrice floor,
        ToleratedShare maxDiscount,
        UnitPrice unitCost,
        ToleratedShare minMargin) {

    /** The first rule that a price breaks; empty when it is allowed. */
    public Optional<PriceRule> brokenBy(UnitPrice asked) {
        if (floor != null && asked.isBelow(floor)) {
            return Optional.of(PriceRule.PRICE_BELOW_FLOOR);
        }
        if (maxDiscount != null && asked.isBelow(unitPrice.lessShare(maxDiscount))) {
            return Optional.of(PriceRule.DISCOUNT_TOO_HIGH);
        }
        if (unitCost != null && asked.isBelow(unitCost.withMargin(minMargin))) {
            return Optional.of(PriceRule.MARGIN_TOO_LOW);
        }
        return asked.isWithin(tolerance, unitPrice) ? Optional.empty() : Optional.of(PriceRule.PRICE_OUT_OF_TOLERANCE);
    }

    /** The lowest price that nobody has to approve. */
    public UnitPrice lowest() {
        return lowestWithApproval().atLeast(unitPrice.lessShare(tolerance));
    }

    /** The lowest price that can be approved. */
    public UnitPrice lowestWithApproval() {
        return Stream.of(
                        floor,
                        maxDiscount == null ? null : unitPrice.lessShare(maxDiscount),
                        unitCost == null ? null : unitCost.withMargin(minMargin))
                .filter(bound -> bound != null)
                .reduce(UnitPrice.of("0"), UnitPrice::atLeast);
    }

    /** The highest price that nobody has to approve. */
    public UnitPrice highest() {
        return unitPrice.moreShare(tolerance);
    }
}
