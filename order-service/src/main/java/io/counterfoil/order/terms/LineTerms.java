package io.counterfoil.order.terms;

import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;

/**
 * One line as it is asked for.
 *
 * @param code our product id, or the code of the system that it came from
 * @param quantity null when it is no usable number
 * @param unitPrice null when it is no usable number
 * @param startsAfterMonths how long after the order's start it begins; a later phase begins when the earlier one ends
 * @param months how long it lasts; null to the end of the order's term
 * @param legalEntityId which legal entity sells it; null: that of the order
 */
public record LineTerms(
        String code,
        Quantity quantity,
        UnitPrice unitPrice,
        String description,
        int startsAfterMonths,
        Integer months,
        String legalEntityId) {

    /** A phase, sold by the legal entity of the order. */
    public LineTerms(
            String code,
            Quantity quantity,
            UnitPrice unitPrice,
            String description,
            int startsAfterMonths,
            Integer months) {
        this(code, quantity, unitPrice, description, startsAfterMonths, months, null);
    }

    /** A line for the whole term. */
    public LineTerms(String code, Quantity quantity, UnitPrice unitPrice, String description) {
        this(code, quantity, unitPrice, description, 0, null, null);
    }

    /** The part of it that is another product, so many for each. */
    LineTerms of(String part, int each, UnitPrice price) {
        return new LineTerms(part, quantity.times(each), price, description, startsAfterMonths, months);
    }

    /** Of a term of so many months how many are this line's. */
    int lasts(int termMonths) {
        return months == null ? termMonths - startsAfterMonths : months;
    }
}
