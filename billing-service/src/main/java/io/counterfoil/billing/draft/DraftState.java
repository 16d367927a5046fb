package io.counterfoil.billing.draft;

import java.util.List;

/** Where a draft stands. */
public enum DraftState {
    /** Nothing is decided. */
    DRAFT,
    /** It will be issued as soon as the tax source answers. */
    WAITING_TAX,
    /** It is an invoice now. */
    ISSUED,
    /** It came to nothing. */
    DISCARDED;

    /** Where it may go from here. */
    List<DraftState> moves() {
        return switch (this) {
            case DRAFT -> List.of(WAITING_TAX, ISSUED, DISCARDED);
            case WAITING_TAX -> List.of(ISSUED);
            case ISSUED, DISCARDED -> List.of();
        };
    }
}
