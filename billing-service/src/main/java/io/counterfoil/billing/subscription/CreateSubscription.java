package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.payer.Payers;
import io.counterfoil.billing.subscription.SubscriptionJson.Created;
import io.counterfoil.billing.subscription.SubscriptionJson.Wanted;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts a subscription that no order sold; what is due today is invoiced in the same transaction. */
@UseCase
class CreateSubscription {

    private final LegalEntities entities;
    private final Agreements agreements;
    private final DrawUpSubscription drawing;
    private final SubscriptionRows rows;
    private final OrderCharges charges;
    private final Closings closings;
    private final Invoices invoices;
    private final Outbox outbox;
    private final Payers payers;
    private final BusinessClock clock;

    @Inject
    CreateSubscription(
            LegalEntities entities,
            Agreements agreements,
            DrawUpSubscription drawing,
            SubscriptionRows rows,
            OrderCharges charges,
            Closings closings,
            Invoices invoices,
            Outbox outbox,
            Payers payers,
            BusinessClock clock) {
        this.payers = payers;
        this.entities = entities;
        this.agreements = agreements;
        this.drawing = drawing;
        this.rows = rows;
        this.charges = charges;
        this.closings = closings;
        this.invoices = invoices;
        this.outbox = outbox;
        this.clock = clock;
    }

    Created handle(Wanted wanted) {
        Instant now = clock.now();
        LegalEntity seller = entities.byId(wanted.legalEntityId());
        UUID id = EventIds.next();
        String number = rows.numbers(1).get(0);
        Agreement agreement = agreement(wanted, id, number);
        LocalDate today = agreement.today(seller, now);
        Account account = drawing.draw(wanted, agreement, id, number, bundle(wanted), today);
        Account billed = account.billedBy(today);
        rows.addAll(billed.subscriptions());
        charges.addAll(billed.charges());
        closings.expect(billed);
        Optional<Invoice> invoice = bill(account, billed, today, seller, now);
        return Created.of(billed.subscriptions().get(0), invoice);
    }

    private Optional<Invoice> bill(Account account, Account billed, LocalDate today, LegalEntity seller, Instant now) {
        Agreement agreement = account.agreement();
        account.startedIn(billed)
                .forEach(started -> outbox.publish(
                        started.activated(agreement, billed.nextBilling(started), now),
                        EventIds.derived(started.subscriptionId(), SubscriptionActivated.TYPE)));
        List<BillableItem> items = account.dueBy(today);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        UUID invoiceId = EventIds.derived(items.get(0).itemId(), "invoice");
        Cause cause = Cause.continuing(agreement.correlationId());
        return invoices.issue(List.of(new Bill(agreement, items, seller.dateAt(now), invoiceId, cause))).stream()
                .findFirst();
    }

    private Agreement agreement(Wanted wanted, UUID subscriptionId, String number) {
        if (wanted.agreementId() != null) {
            Agreement known = agreements.lock(wanted.agreementId()).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound("agreement", wanted.agreementId()));
            if (!wanted.belongsTo(known)) {
                throw new OtherAgreement(known.agreementId());
            }
            return known;
        }
        Agreement fresh = wanted.agreement(
                EventIds.derived(subscriptionId, "agreement"),
                number,
                Correlation.current().correlationId(),
                payers.zones(List.of(wanted.customerId())).get(wanted.customerId()));
        agreements.addAll(List.of(fresh));
        return fresh;
    }

    private Optional<Subscription> bundle(Wanted wanted) {
        return wanted.bundleId() == null
                ? Optional.empty()
                : Optional.of(rows.byId(wanted.bundleId())
                        .orElseThrow(() -> new NotFound("subscription", wanted.bundleId())));
    }
}
