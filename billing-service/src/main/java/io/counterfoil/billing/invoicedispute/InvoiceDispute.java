package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.invoicedispute.InvoiceDisputed.State;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An amount of an invoice that its customer disputes. OPENED, then ACCEPTED or REJECTED; both are final.
 *
 * @param memoId the credit memo that took the amount back; null unless accepted
 */
record InvoiceDispute(
        UUID disputeId,
        UUID invoiceId,
        UUID customerId,
        Money amount,
        String reasonCode,
        String reason,
        State state,
        String openedBy,
        LocalDate openedOn,
        String decidedBy,
        LocalDate decidedOn,
        String note,
        UUID memoId,
        int version) {

    InvoiceDispute accept(String by, LocalDate on, String why) {
        return decided(State.ACCEPTED, by, on, why);
    }

    InvoiceDispute reject(String by, LocalDate on, String why) {
        return decided(State.REJECTED, by, on, why);
    }

    /** The accepted dispute with the credit memo that takes the amount back. */
    InvoiceDispute creditedBy(UUID memo) {
        return new InvoiceDispute(
                disputeId,
                invoiceId,
                customerId,
                amount,
                reasonCode,
                reason,
                state,
                openedBy,
                openedOn,
                decidedBy,
                decidedOn,
                note,
                memo,
                version);
    }

    private InvoiceDispute decided(State now, String by, LocalDate on, String why) {
        if (state != State.OPENED) {
            throw new IllegalMove("Dispute " + disputeId, state, "become " + now, List.of());
        }
        return new InvoiceDispute(
                disputeId,
                invoiceId,
                customerId,
                amount,
                reasonCode,
                reason,
                now,
                openedBy,
                openedOn,
                by,
                on,
                why,
                null,
                version + 1);
    }
}
