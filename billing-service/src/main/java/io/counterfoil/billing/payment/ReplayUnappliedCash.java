package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks again where unapplied cash belongs: the invoice that it names, or what its customer has open, may be there now. */
@Dependent
class ReplayUnappliedCash implements Replay {

    private final PaymentRows rows;
    private final Invoices invoices;
    private final ApplyCash cash;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    ReplayUnappliedCash(
            PaymentRows rows, Invoices invoices, ApplyCash cash, LegalEntities entities, BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.cash = cash;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public boolean replays(String origin) {
        return UnappliedCashDesk.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        UUID id = UUID.fromString(trouble.subject());
        Payment payment = rows.byId(id, true).orElseThrow(() -> new NotFound("payment", id));
        Instant now = clock.now();
        LocalDate today = entities.byId(payment.legalEntityId()).dateAt(now);
        boolean applied = false;
        for (Invoice invoice : open(payment)) {
            if (payment.unapplied().isPositive()) {
                cash.later(payment, invoice, payment.unapplied().min(invoice.open()), today, now);
                payment = rows.byId(id, true).orElseThrow();
                applied = true;
            }
        }
        if (!applied && payment.unapplied().isPositive()) {
            throw new UnappliedCash(id, payment.unapplied(), "still nothing open is found for it");
        }
    }

    private List<Invoice> open(Payment payment) {
        Optional<Invoice> named = Optional.ofNullable(payment.invoiceNumber())
                .flatMap(invoices::lock)
                .filter(invoice -> invoice.currency().equals(payment.amount().currency())
                        && invoice.legalEntityId().equals(payment.legalEntityId())
                        && invoice.open().isPositive());
        if (named.isPresent()) {
            return List.of(named.get());
        }
        return payment.customerId() == null
                ? List.of()
                : invoices.lockOpen(
                        payment.customerId(),
                        payment.legalEntityId(),
                        payment.amount().currency());
    }
}
