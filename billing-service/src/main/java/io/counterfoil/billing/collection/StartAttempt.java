package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.Attempt.Cause;
import io.counterfoil.billing.collection.Attempt.Ending;
import io.counterfoil.billing.collection.Attempt.Method;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.payment.Awaited;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.paymentmethod.PaymentMethod;
import io.counterfoil.billing.paymentmethod.PaymentMethods;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Begins an attempt to collect what is open on a locked invoice and not disputed, in the caller's transaction. */
@Dependent
class StartAttempt {

    private final AttemptRows rows;
    private final Collections collections;
    private final PaymentMethods methods;
    private final Payments payments;
    private final Steps steps;
    private final BusinessClock clock;

    @Inject
    StartAttempt(
            AttemptRows rows,
            Collections collections,
            PaymentMethods methods,
            Payments payments,
            Steps steps,
            BusinessClock clock) {
        this.rows = rows;
        this.collections = collections;
        this.methods = methods;
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
    }

    Attempt of(Invoice invoice, Cause cause) {
        rows.of(invoice.invoiceId()).forEach(StartAttempt::refuseSecond);
        Money amount = collectable(invoice);
        if (!amount.isPositive()) {
            throw new NothingToCollect(invoice.number());
        }
        PaymentMethod method =
                methods.of(invoice.customerId()).orElseThrow(() -> new NoPaymentMethod(invoice.customerId()));
        return Correlation.within(Correlation.current().continuing(invoice.correlationId()), () -> {
            Attempt attempt = attempt(invoice, amount, method, cause);
            payments.await(new Awaited(
                    attempt.attemptId(), method.gateway(), invoice, amount, attempt.number(), attempt.startedAt()));
            rows.add(attempt);
            steps.schedule(
                    CollectInvoice.KIND,
                    attempt.attemptId().toString(),
                    Map.of("attemptId", attempt.attemptId(), "invoiceId", invoice.invoiceId()));
            return attempt;
        });
    }

    /** What may be asked for: what is open and not disputed. */
    Money collectable(Invoice invoice) {
        boolean counts = invoice.state() != InvoiceState.VOID && invoice.state() != InvoiceState.WRITTEN_OFF;
        return counts
                ? invoice.open().minus(rows.disputed(invoice.invoiceId(), invoice.currency()))
                : Money.zero(invoice.currency());
    }

    private static void refuseSecond(Attempt earlier) {
        if (earlier.state() == AttemptState.UNKNOWN) {
            throw new OutcomeUnknown(earlier.attemptId());
        }
        if (!earlier.state().hasEnded()) {
            throw new AttemptUnderway(earlier.attemptId());
        }
    }

    private Attempt attempt(Invoice invoice, Money amount, PaymentMethod method, Cause cause) {
        Instant now = clock.now();
        return new Attempt(
                EventIds.next(),
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.legalEntityId(),
                amount,
                collections.next(invoice),
                cause,
                new Method(method.gateway(), method.gatewayCustomer(), method.gatewayMethod()),
                null,
                AttemptState.CREATED,
                Ending.NONE,
                Correlation.current().actor(),
                now,
                null,
                1);
    }
}
