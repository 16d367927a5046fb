package io.counterfoil.billing.amendment;

import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes what follows from a change: the charges, what waits, and the invoice. Works within the caller's transaction. */
@Dependent
class WriteAmendment {

    private final Subscriptions subscriptions;
    private final PendingItems pending;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    WriteAmendment(
            Subscriptions subscriptions,
            PendingItems pending,
            Invoices invoices,
            LegalEntities entities,
            BusinessClock clock) {
        this.entities = entities;
        this.clock = clock;
        this.subscriptions = subscriptions;
        this.pending = pending;
        this.invoices = invoices;
    }

    /** The bill that a change gives, with what waited for one. */
    Optional<Bill> bill(Effects effects, UUID cause) {
        UUID own = effects.of().subscription().subscriptionId();
        List<BillableItem> waited = pending
                .of(effects.of().account().agreement().agreementId())
                .stream()
                .filter(item -> !own.equals(item.subscriptionId()) || !PendingItems.isReckoned(item))
                .filter(item -> !item.dueOn().isAfter(effects.today()))
                .toList();
        LocalDate issued = entities.byId(effects.of().account().agreement().legalEntityId())
                .dateAt(clock.now());
        return effects.bill(
                        cause,
                        issued,
                        waited,
                        Cause.continuing(effects.of().account().agreement().correlationId()))
                .filter(invoices::isIssued);
    }

    /** Writes how the charges go on, and what is taken back later. */
    void write(Effects effects) {
        SubscriptionCase of = effects.of();
        subscriptions.amended(of.as(effects.timeline(), effects.today()), effects.rewritten(), effects.started());
        pending.forget(of.account().agreement().agreementId(), of.subscription().subscriptionId());
        pending.addForTheirDay(effects.later());
        subscriptions.closes(of.account(), of.as(effects.timeline(), effects.today()));
    }

    /** Writes all but the change itself. */
    void write(Effects effects, Optional<Bill> bill) {
        SubscriptionCase of = effects.of();
        UUID agreementId = of.account().agreement().agreementId();
        write(effects);
        if (bill.isPresent()) {
            pending.claim(List.of(agreementId), effects.today());
        }
        pending.add(effects.waiting());
        invoices.issue(bill.stream().toList());
    }
}
