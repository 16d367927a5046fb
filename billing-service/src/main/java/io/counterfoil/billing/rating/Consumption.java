package io.counterfoil.billing.rating;

import java.util.List;

/**
 * What was used of something in a period.
 *
 * @param quantity the units by which a tier is found
 * @param prorated the units that are paid for; less than the quantity where some were there for a part of the period only
 * @param events how often it was used
 * @param amounts the quantity of each use, in their order, as far as a price asks for them
 */
public record Consumption(Quantity quantity, Quantity prorated, long events, List<Quantity> amounts) {

    public Consumption {
        amounts = List.copyOf(amounts);
    }

    public static Consumption of(Quantity quantity) {
        return new Consumption(quantity, quantity, 0, List.of());
    }

    public static Consumption prorated(Quantity quantity, Quantity prorated) {
        return new Consumption(quantity, prorated, 0, List.of());
    }

    /** Single uses, in their order. */
    public static Consumption ofEvents(List<Quantity> amounts) {
        Quantity sum = amounts.stream().reduce(Quantity.ZERO, Quantity::plus);
        return new Consumption(sum, sum, amounts.size(), amounts);
    }

    /** What is above an allowance. */
    Consumption above(Quantity included) {
        if (!included.isPositive()) {
            return this;
        }
        return new Consumption(quantity.above(included), prorated.above(included), events, amounts);
    }

    boolean isProrated() {
        return prorated.compareTo(quantity) != 0;
    }
}
