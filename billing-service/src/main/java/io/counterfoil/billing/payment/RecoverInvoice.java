package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.RecoveryResource.Wanted;
import io.counterfoil.billing.writeoff.WriteOffs;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Finance says that unapplied cash was meant for an invoice that was given up: it makes good the loss. */
@UseCase
class RecoverInvoice {

    private final PaymentRows rows;
    private final Invoices invoices;
    private final WriteOffs writeOffs;
    private final UnappliedCashDesk desk;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    RecoverInvoice(
            PaymentRows rows,
            Invoices invoices,
            WriteOffs writeOffs,
            UnappliedCashDesk desk,
            LegalEntities entities,
            BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.writeOffs = writeOffs;
        this.desk = desk;
        this.entities = entities;
        this.clock = clock;
    }

    PaymentApplication handle(UUID paymentId, Wanted wanted) {
        Payment payment = rows.byId(paymentId, true).orElseThrow(() -> new NotFound("payment", paymentId));
        Invoice invoice =
                invoices.lock(wanted.invoiceId()).orElseThrow(() -> new NotFound("invoice", wanted.invoiceId()));
        check(payment, invoice, wanted.amount());
        Instant now = clock.now();
        LocalDate today = entities.byId(payment.legalEntityId()).dateAt(now);
        UUID eventId = EventIds.next();
        Money zero = Money.zero(wanted.amount().currency());
        CashTerms.Effect cash = new CashTerms.Effect(wanted.amount(), zero, zero);
        PaymentApplication made = PaymentApplication.of(payment, invoice, cash, true, today, now, eventId);
        Payment after = payment.apply(wanted.amount(), invoice.customerId());
        writeOffs.recover(invoice, paymentId, made.applicationId(), wanted.amount(), eventId);
        rows.move(after);
        rows.addRecovery(made);
        desk.closeWhenApplied(after, Correlation.current().actor());
        return made;
    }

    private static void check(Payment payment, Invoice invoice, Money amount) {
        if (!invoice.currency().equals(amount.currency())
                || !payment.amount().currency().equals(amount.currency())) {
            throw new WrongCurrency(invoice.number(), invoice.currency(), amount.currency());
        }
        if (!invoice.legalEntityId().equals(payment.legalEntityId())) {
            throw new WrongOwner(invoice.number(), "legal entity");
        }
        if (payment.customerId() != null && !payment.customerId().equals(invoice.customerId())) {
            throw new WrongOwner(invoice.number(), "customer");
        }
    }
}
