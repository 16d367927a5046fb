package io.counterfoil.billing.rating;

/**
 * A step of a tiered price. Its bound is inclusive: a fraction above it falls in the next tier.
 *
 * @param upTo the last quantity that lies in it, counted from zero; null on the last tier
 * @param price of a unit, or of a block
 * @param flatFee added once when the tier is reached
 * @param blockSize how many units are sold together; a started block costs as a whole
 */
public record Tier(Quantity upTo, UnitPrice price, UnitPrice flatFee, Quantity blockSize) {

    boolean reaches(Quantity quantity) {
        return upTo == null || quantity.compareTo(upTo) <= 0;
    }

    /** What units of this tier cost, without its flat fee. */
    UnitPrice units(Quantity units) {
        return price.times(blockSize == null ? units : units.blocks(blockSize));
    }
}
