package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.money.Money;

/** What one side says of a document; no amount where it does not know the document. */
public record DriftSide(Side side, Money amount) {

    static DriftSide of(Side side, Long minor, String currency) {
        return new DriftSide(side, minor == null ? null : Money.ofMinor(minor, currency));
    }
}
