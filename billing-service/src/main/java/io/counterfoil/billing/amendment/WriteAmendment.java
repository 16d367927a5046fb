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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
        List<BillableItem> all = pending.of(effects.of().account().agreement().agreementId());
        List<BillableItem> waited = all.stream()
                .filter(item -> !own.equals(item.subscriptionId()) || !PendingItems.isReckoned(item))
                .filter(item -> !item.dueOn().isAfter(effects.today()))
                .map(BillableItem::havingWaited)
                .toList();
        LocalDate issued = entities.byId(effects.of().account().agreement().legalEntityId())
                .dateAt(clock.now());
        Set<UUID> ids = all.stream().map(BillableItem::itemId).collect(Collectors.toSet());
        return effects.after(ids)
                .bill(
                        cause,
                        issued,
                        waited,
                        Cause.continuing(effects.of().account().agreement().correlationId()))
                .filter(invoices::isIssued);
    }

    /** Writes how the charges go on, and what is taken back later; answers what had waited until now. */
    List<UUID> write(Effects effects) {
        SubscriptionCase of = effects.of();
        UUID agreementId = of.account().agreement().agreementId();
        subscriptions.amended(
                of.subscription(), of.as(effects.timeline(), effects.today()), effects.rewritten(), effects.started());
        List<UUID> waited = pending.forget(agreementId, of.subscription().subscriptionId(), effects.today());
        pending.addForTheirDay(effects.later());
        subscriptions.closes(of.account(), of.as(effects.timeline(), effects.today()));
        return waited;
    }

    /** Writes all but the change itself and the invoice. */
    void write(Effects effects, Optional<Bill> bill) {
        SubscriptionCase of = effects.of();
        UUID agreementId = of.account().agreement().agreementId();
        write(effects);
        if (bill.isPresent()) {
            pending.claim(List.of(agreementId), effects.today());
        }
        pending.add(effects.waiting());
    }

    /** Issues the bill, after what follows from the change was written and told. */
    void issue(Optional<Bill> bill) {
        invoices.issue(bill.stream().toList());
    }
}
