package io.counterfoil.warehouse.drift;

import io.counterfoil.common.money.Money;

/** What one side says of a document; no amount where it does not know the document. */
public record DriftSide(Side side, Money amount) {

    /** Of an amount in minor units, or none. */
    public static DriftSide of(Side side, Long minor, String currency) {
        return new DriftSide(side, minor == null ? null : Money.ofMinor(minor, currency));
    }
}
