package io.counterfoil.billing.draft;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.common.http.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A bill that is not issued yet.
 *
 * @param draftId also the id of the invoice that it becomes
 * @param waiting items that came from elsewhere; a discarded draft gives them back
 * @param own items that were made for it
 * @param retryAt when the tax source is asked again; null unless it waits for it
 */
record Draft(
        UUID draftId,
        UUID agreementId,
        DraftState state,
        List<BillableItem> waiting,
        List<BillableItem> own,
        String reason,
        LocalDate createdOn,
        String createdBy,
        String correlationId,
        int attempts,
        Instant retryAt,
        int version) {

    Draft {
        waiting = List.copyOf(waiting);
        own = List.copyOf(own);
    }

    List<BillableItem> items() {
        return Stream.concat(waiting.stream(), own.stream()).toList();
    }

    Bill bill(Agreement agreement, LocalDate day) {
        return new Bill(agreement, items(), day, draftId, Cause.continuing(correlationId));
    }

    /** Whoever wants to issue or discard it. */
    void require(DraftState to, String move) {
        if (state != DraftState.DRAFT) {
            throw new IllegalMove("Draft " + draftId, state, move, state.moves());
        }
    }
}
