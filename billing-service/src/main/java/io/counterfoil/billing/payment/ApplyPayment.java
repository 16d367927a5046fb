package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.AmountExceedsInvoice;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.PaymentJson.Application;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Finance says where unapplied cash belongs: all of it, or as much as was named, goes to one invoice. */
@UseCase
class ApplyPayment {

    private final PaymentRows rows;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final ApplyCash cash;
    private final UnappliedCashDesk desk;
    private final BusinessClock clock;

    @Inject
    ApplyPayment(
            PaymentRows rows,
            Invoices invoices,
            LegalEntities entities,
            ApplyCash cash,
            UnappliedCashDesk desk,
            BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.entities = entities;
        this.cash = cash;
        this.desk = desk;
        this.clock = clock;
    }

    PaymentApplication handle(UUID paymentId, Application wanted) {
        Payment payment = rows.byId(paymentId, true).orElseThrow(() -> new NotFound("payment", paymentId));
        Invoice invoice = invoice(wanted);
        check(payment, invoice, wanted.amount());
        Money part = wanted.amount() == null ? payment.unapplied().min(invoice.open()) : wanted.amount();
        Instant now = clock.now();
        LocalDate today = entities.byId(payment.legalEntityId()).dateAt(now);
        return Correlation.within(Correlation.current().continuing(invoice.correlationId()), () -> {
            PaymentApplication made = cash.later(payment, invoice, part, today, now);
            desk.closeWhenApplied(
                    payment.apply(made.amount(), invoice.customerId()),
                    Correlation.current().actor());
            return made;
        });
    }

    private Invoice invoice(Application wanted) {
        if (wanted.invoiceId() == null && wanted.invoiceNumber() == null) {
            throw new Invalid("/invoiceId", "or invoiceNumber is required");
        }
        if (wanted.invoiceId() != null && wanted.invoiceNumber() != null) {
            throw new Invalid("/invoiceNumber", "must be absent when invoiceId is given");
        }
        return wanted.invoiceId() != null
                ? invoices.lock(wanted.invoiceId()).orElseThrow(() -> new NotFound("invoice", wanted.invoiceId()))
                : invoices.lock(wanted.invoiceNumber())
                        .orElseThrow(() -> new NotFound("invoice", wanted.invoiceNumber()));
    }

    private static void check(Payment payment, Invoice invoice, Money amount) {
        String ofPayment = payment.amount().currency();
        if (!invoice.currency().equals(ofPayment)) {
            throw new WrongCurrency(invoice.number(), invoice.currency(), ofPayment);
        }
        if (amount != null && !amount.currency().equals(ofPayment)) {
            throw new Invalid("/amount/currency", "must be " + ofPayment + ", as the payment");
        }
        if (!invoice.open().isPositive() || amount != null && amount.compareTo(invoice.open()) > 0) {
            throw new AmountExceedsInvoice(
                    invoice.number(), amount == null ? payment.unapplied() : amount, invoice.open());
        }
        if (!invoice.legalEntityId().equals(payment.legalEntityId())) {
            throw new WrongOwner(invoice.number(), "legal entity");
        }
        if (payment.customerId() != null && !payment.customerId().equals(invoice.customerId())) {
            throw new WrongOwner(invoice.number(), "customer");
        }
    }
}
