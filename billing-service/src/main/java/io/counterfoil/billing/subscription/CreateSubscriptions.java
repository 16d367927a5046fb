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
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.together.Asked;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts subscriptions that no order sold; what is due today is invoiced in the same transaction. */
@UseCase
class CreateSubscriptions {

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
    CreateSubscriptions(
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

    /** All that are wanted at the same moment, each for a business transaction of its own. */
    List<Created> handle(List<Asked<Wanted>> asked) {
        Instant now = clock.now();
        Map<String, LegalEntity> sellers = entities.byIds(
                asked.stream().map(one -> one.body().legalEntityId()).collect(Collectors.toSet()));
        List<Drawn> drawn = drawn(asked, sellers, now);
        Map<Boolean, List<Drawn>> parted = drawn.stream().collect(Collectors.partitioningBy(Drawn::joins));
        agreements.addAll(parted.get(false).stream().map(Drawn::agreement).toList());
        rows.addAll(drawn.stream()
                .flatMap(one -> one.billed().subscriptions().stream())
                .toList());
        charges.begin(parted.get(false).stream().map(Drawn::billed).toList());
        charges.addAll(parted.get(true).stream()
                .flatMap(one -> one.billed().charges().stream())
                .toList());
        drawn.forEach(one -> closings.expect(one.billed()));
        outbox.publishAll(drawn.stream().flatMap(one -> one.activated(now)).toList());
        Map<UUID, Invoice> invoices = bill(drawn, sellers, now);
        return drawn.stream()
                .map(one -> Created.of(
                        one.billed().subscriptions().get(0), Optional.ofNullable(invoices.get(one.invoiceId()))))
                .toList();
    }

    private List<Drawn> drawn(List<Asked<Wanted>> asked, Map<String, LegalEntity> sellers, Instant now) {
        Iterator<String> numbers = rows.numbers(asked.size()).iterator();
        Map<UUID, ZoneId> zones =
                payers.zones(asked.stream().map(one -> one.body().customerId()).collect(Collectors.toSet()));
        List<Drawn> drawn = new ArrayList<>(asked.size());
        for (Asked<Wanted> one : asked) {
            UUID id = EventIds.next();
            String number = numbers.next();
            Wanted wanted = one.body();
            Agreement agreement = agreement(one, id, number, zones.get(wanted.customerId()));
            LocalDate today = agreement.today(sellers.get(wanted.legalEntityId()), now);
            Account account = drawing.draw(wanted, agreement, id, number, bundle(wanted), today);
            drawn.add(new Drawn(one, account, account.billedBy(today), account.dueBy(today)));
        }
        return drawn;
    }

    /** The invoices by their ids; nothing where nothing is due. */
    private Map<UUID, Invoice> bill(List<Drawn> drawn, Map<String, LegalEntity> sellers, Instant now) {
        List<Bill> bills = drawn.stream()
                .filter(one -> !one.items().isEmpty())
                .map(one ->
                        one.bill(sellers.get(one.agreement().legalEntityId()).dateAt(now)))
                .toList();
        if (bills.isEmpty()) {
            return new HashMap<>(); // which may be asked for nothing
        }
        List<Invoice> issued = invoices.issue(bills);
        if (bills.size() > 1 && issued.size() < bills.size()) {
            throw new NotOneForEach();
        }
        return issued.stream().collect(Collectors.toMap(Invoice::invoiceId, invoice -> invoice));
    }

    private Agreement agreement(Asked<Wanted> asked, UUID subscriptionId, String number, ZoneId usual) {
        Wanted wanted = asked.body();
        if (wanted.agreementId() != null) {
            Agreement known = agreements.lock(wanted.agreementId()).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound("agreement", wanted.agreementId()));
            if (!wanted.belongsTo(known)) {
                throw new OtherAgreement(known.agreementId());
            }
            return known;
        }
        return wanted.agreement(
                EventIds.derived(subscriptionId, "agreement"),
                number,
                asked.correlation().correlationId(),
                usual);
    }

    private Optional<Subscription> bundle(Wanted wanted) {
        return wanted.bundleId() == null
                ? Optional.empty()
                : Optional.of(rows.byId(wanted.bundleId())
                        .orElseThrow(() -> new NotFound("subscription", wanted.bundleId())));
    }

    /** Of a set, some would go on one invoice, or on none: each is to be asked for alone. */
    static final class NotOneForEach extends IllegalStateException {}

    /** A subscription as it will stand, with what is due of it at once. */
    private record Drawn(Asked<Wanted> asked, Account account, Account billed, List<BillableItem> items) {

        Agreement agreement() {
            return account.agreement();
        }

        /** Whether the agreement was there before. */
        boolean joins() {
            return asked.body().agreementId() != null;
        }

        UUID invoiceId() {
            return items.isEmpty() ? null : EventIds.derived(items.get(0).itemId(), "invoice");
        }

        Bill bill(LocalDate day) {
            Correlation own = asked.correlation().continuing(agreement().correlationId());
            return new Bill(agreement(), items, day, invoiceId(), new Cause(own, asked.traceParent()));
        }

        Stream<Addressed> activated(Instant now) {
            return account.startedIn(billed).stream()
                    .map(started -> new Addressed(
                            EventIds.derived(started.subscriptionId(), SubscriptionActivated.TYPE),
                            started.activated(agreement(), billed.nextBilling(started), now),
                            asked.correlation(),
                            asked.traceParent()));
        }
    }
}
