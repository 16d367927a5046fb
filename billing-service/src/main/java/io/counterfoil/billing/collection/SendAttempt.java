package io.counterfoil.billing.collection;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Before the gateway is asked: notes that it may have heard of the attempt from now on, unless there is nothing to ask for any more. */
@UseCase
class SendAttempt {

    private final AttemptRows rows;
    private final Invoices invoices;
    private final StartAttempt start;

    @Inject
    SendAttempt(AttemptRows rows, Invoices invoices, StartAttempt start) {
        this.rows = rows;
        this.invoices = invoices;
        this.start = start;
    }

    /** False when the invoice was settled meanwhile, or its customer disputes it: then the gateway is not asked. */
    boolean handle(UUID attemptId) {
        Invoice invoice = rows.byId(attemptId, false)
                .flatMap(attempt -> invoices.lock(attempt.invoiceId()))
                .orElseThrow();
        Attempt attempt = rows.byId(attemptId, true).orElseThrow();
        boolean wanted =
                !attempt.state().hasEnded() && start.collectable(invoice).compareTo(attempt.amount()) >= 0;
        if (wanted && attempt.state() == AttemptState.CREATED) {
            rows.move(attempt.sent());
        }
        return wanted;
    }
}
