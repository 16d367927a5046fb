package io.counterfoil.billing.rating;

import java.util.List;

/**
 * What was used of something in a period.
 *
 * @param quantity the units by which a tier is found
 * @param prorated the units that are paid for; less than the quantity where some were there for a part of the period only
 * @param events how often it was used
 * @param amounts the quantity of each use, in their order, as far as a price asks for them
 * @param parts of each use the units that are paid for, where they came and went within the period; else empty
 */
public record Consumption(
        Quantity quantity, Quantity prorated, long events, List<Quantity> amounts, List<Quantity> parts) {

    public Consumption {
        amounts = List.copyOf(amounts);
        parts = List.copyOf(parts);
        if (!parts.isEmpty() && parts.size() != amounts.size()) {
            throw new IllegalArgumentException("each use has its part: " + amounts.size() + " and " + parts.size());
        }
    }

    public Consumption(Quantity quantity, Quantity prorated, long events, List<Quantity> amounts) {
        this(quantity, prorated, events, amounts, List.of());
    }

    public static Consumption of(Quantity quantity) {
        return new Consumption(quantity, quantity, 0, List.of());
    }

    public static Consumption prorated(Quantity quantity, Quantity prorated) {
        return new Consumption(quantity, prorated, 0, List.of());
    }

    /** Single uses, in their order. */
    public static Consumption ofEvents(List<Quantity> amounts) {
        Quantity sum = sum(amounts);
        return new Consumption(sum, sum, amounts.size(), amounts);
    }

    /** Units that come and go within a period, in their order: how many, and how many of them are paid for. */
    public static Consumption comingAndGoing(List<Quantity> amounts, List<Quantity> parts) {
        return new Consumption(sum(amounts), sum(parts), amounts.size(), amounts, parts);
    }

    private static Quantity sum(List<Quantity> amounts) {
        return amounts.stream().reduce(Quantity.ZERO, Quantity::plus);
    }

    /** What is above an allowance. */
    Consumption above(Quantity included) {
        if (!included.isPositive()) {
            return this;
        }
        return new Consumption(quantity.above(included), prorated.above(included), events, amounts, parts);
    }

    boolean isProrated() {
        return prorated.compareTo(quantity) != 0;
    }
}
