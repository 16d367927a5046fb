package io.counterfoil.billing.invoice;

import java.util.List;

/** Where an issued invoice stands. */
public enum InvoiceState {
    /** Nothing of it is paid. */
    ISSUED,
    /** Some of it is paid. */
    PARTIALLY_PAID,
    /** Nothing is open. */
    PAID,
    /** Nothing is open, and nothing was paid: credit memos took all of it back. */
    CREDITED,
    /** It counts no longer. */
    VOID,
    /** It was given up. */
    WRITTEN_OFF;

    /** Where it may go from here. */
    public List<InvoiceState> moves() {
        return switch (this) {
            case ISSUED -> List.of(PARTIALLY_PAID, PAID, CREDITED, VOID, WRITTEN_OFF);
            case PARTIALLY_PAID -> List.of(PAID, ISSUED, WRITTEN_OFF);
            case PAID -> List.of(PARTIALLY_PAID, ISSUED, VOID);
            case CREDITED -> List.of(ISSUED);
            case VOID -> List.of();
            case WRITTEN_OFF -> List.of(PARTIALLY_PAID, PAID, VOID);
        };
    }
}
