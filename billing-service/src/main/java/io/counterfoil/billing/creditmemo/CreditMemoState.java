package io.counterfoil.billing.creditmemo;

import java.util.List;

/** Where a credit memo stands. */
public enum CreditMemoState {
    /** Asked for; above the limit it waits for a second person. */
    DRAFT,
    /** Somebody agreed. */
    APPROVED,
    /** It has its number; nothing of it is used. */
    ISSUED,
    /** Some of it is used. */
    PARTIALLY_APPLIED,
    /** All of it is used. */
    APPLIED,
    /** It counts no longer. */
    VOID,
    /** Nobody agreed; it never was a document. */
    DISCARDED;

    /** Where it may go from here. */
    public List<CreditMemoState> moves() {
        return switch (this) {
            case DRAFT -> List.of(APPROVED, DISCARDED);
            case APPROVED -> List.of(ISSUED);
            case ISSUED -> List.of(PARTIALLY_APPLIED, APPLIED, VOID);
            case PARTIALLY_APPLIED -> List.of(APPLIED, VOID);
            case APPLIED -> List.of(VOID);
            case VOID, DISCARDED -> List.of();
        };
    }
}
