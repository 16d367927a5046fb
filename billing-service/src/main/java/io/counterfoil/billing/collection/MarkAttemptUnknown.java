package io.counterfoil.billing.collection;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.payment.Awaited;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.UUID;

/** The gateway gave no answer: nobody knows whether the money was taken. */
@UseCase
class MarkAttemptUnknown {

    private final AttemptRows rows;
    private final Invoices invoices;
    private final Payments payments;
    private final BusinessClock clock;

    @Inject
    MarkAttemptUnknown(AttemptRows rows, Invoices invoices, Payments payments, BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.payments = payments;
        this.clock = clock;
    }

    void handle(UUID attemptId) {
        payments.lock(attemptId); // payment, invoice, attempt: the order in which all lock them
        UUID invoiceId = rows.byId(attemptId, false).orElseThrow().invoiceId();
        Invoice invoice = invoices.lock(invoiceId).orElseThrow();
        Attempt attempt = rows.byId(attemptId, true).orElseThrow();
        if (attempt.state() == AttemptState.PENDING) {
            payments.unknown(
                    new Awaited(
                            attemptId,
                            attempt.method().gateway(),
                            invoice,
                            attempt.amount(),
                            attempt.number(),
                            attempt.startedAt()),
                    clock.now());
            rows.move(attempt.unknown());
        }
    }
}
