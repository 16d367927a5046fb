package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.Attempt.Cause;
import io.counterfoil.billing.gateway.ChargeAnswer;
import io.counterfoil.billing.gateway.ChargeAnswer.Outcome;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** The attempts, as the gateway's answers and messages tell of them, and dunning asks for them; in the caller's transaction. */
@Dependent
public class Attempts {

    private final AttemptRows rows;
    private final Invoices invoices;
    private final Payments payments;
    private final StartAttempt start;
    private final Collections collections;
    private final CollectionPlan plan;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    Attempts(
            AttemptRows rows,
            Invoices invoices,
            Payments payments,
            StartAttempt start,
            Collections collections,
            CollectionPlan plan,
            LegalEntities entities,
            BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.payments = payments;
        this.start = start;
        this.collections = collections;
        this.plan = plan;
        this.entities = entities;
        this.clock = clock;
    }

    /** Dunning tries again; nothing happens where there is nothing to try, or another attempt has not ended. */
    public void retry(UUID invoiceId) {
        begin(invoiceId, Cause.DUNNING);
    }

    void begin(UUID invoiceId, Cause cause) {
        try {
            invoices.lock(invoiceId).ifPresent(invoice -> start.of(invoice, cause));
        } catch (NothingToCollect | NoPaymentMethod | AttemptUnderway | OutcomeUnknown notNow) {
            collections.again(invoiceId, null);
        }
    }

    /** The gateway told of a payment; where it answers an attempt of ours, that ends with it. */
    public void told(Receipt receipt) {
        payments.record(receipt);
        if (receipt.attemptId() != null) {
            rows.byId(receipt.attemptId(), true)
                    .filter(one -> !one.state().hasEnded())
                    .ifPresent(attempt -> {
                        end(attempt, receipt, null);
                    });
        }
    }

    /** What the gateway answered when it was asked. */
    void answered(UUID attemptId, ChargeAnswer answer) {
        if (answer.outcome() == Outcome.PENDING) {
            rows.byId(attemptId, true)
                    .filter(one -> !one.state().hasEnded() && one.reference() == null)
                    .ifPresent(one -> rows.move(one.named(answer.reference())));
            return;
        }
        Attempt attempt = rows.byId(attemptId, false).orElseThrow();
        told(ChargeReceipt.of(attempt, number(attempt), answer, clock.now()));
    }

    /** Somebody says what became of an attempt. */
    void resolved(Attempt attempt, Receipt receipt, String by) {
        payments.record(receipt);
        end(rows.byId(attempt.attemptId(), true).orElseThrow(), receipt, by);
    }

    String number(Attempt attempt) {
        return payments.byId(attempt.attemptId()).orElseThrow().invoiceNumber();
    }

    private void end(Attempt attempt, Receipt receipt, String by) {
        if (receipt.failure() == null) {
            rows.move(attempt.succeeded(receipt.reference(), by, receipt.at()));
            return;
        }
        Receipt.Failure why = receipt.failure();
        Attempt failed = attempt.failed(receipt.reference(), why.code(), why.reason(), by, receipt.at());
        rows.move(failed);
        Invoice invoice = invoices.lock(attempt.invoiceId()).orElseThrow();
        LocalDate today = entities.byId(attempt.legalEntityId()).dateAt(receipt.at());
        plan.after(failed, invoice, today).ifPresent(day -> collections.again(attempt.invoiceId(), day));
    }
}
