package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.subscription.SubscriptionActivated;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.billing.usage.RatedUsage;
import io.counterfoil.billing.usage.RatedUsage.Rated;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bills a set of orders: everything of them that is due today goes on one invoice per order, and the subscriptions whose
 * start date has come are activated. Works within the caller's transaction.
 */
@Dependent
class BillDue {

    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final PendingItems pending;
    private final RatedUsage usage;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    BillDue(
            Subscriptions subscriptions,
            Invoices invoices,
            PendingItems pending,
            RatedUsage usage,
            LegalEntities entities,
            Outbox outbox,
            BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.pending = pending;
        this.usage = usage;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Bills orders whose facts belong to their own business transactions, caused by the running thread; returns how many invoices. */
    int bill(List<Account> accounts) {
        return bill(accounts, account -> Cause.continuing(account.agreement().correlationId()));
    }

    int bill(List<Account> accounts, Function<Account, Cause> causes) {
        if (accounts.isEmpty()) {
            return 0;
        }
        Instant now = clock.now();
        Map<String, LegalEntity> known = entities.byIds(accounts.stream()
                .map(account -> account.agreement().legalEntityId())
                .collect(Collectors.toSet()));
        Function<Account, LegalEntity> seller =
                account -> known.get(account.agreement().legalEntityId());
        Function<Account, LocalDate> today = account -> account.agreement().today(seller.apply(account), now);
        Map<UUID, List<Rated>> used = used(accounts, today, now);
        List<Account> due = new ArrayList<>();
        List<Account> billed = new ArrayList<>();
        List<Bill> bills = new ArrayList<>();
        List<Addressed> facts = new ArrayList<>();
        for (Account account : accounts) {
            LocalDate day = today.apply(account);
            Cause cause = causes.apply(account);
            List<Rated> rated = used.getOrDefault(account.agreement().agreementId(), List.of());
            List<BillableItem> items = new ArrayList<>(account.dueBy(day));
            rated.forEach(one -> items.add(one.item()));
            if (items.isEmpty()) {
                items.addAll(pending.claimOnTheirDay(account.agreement().agreementId(), day));
            }
            Account after = account.billedBy(day);
            if (!after.equals(account)) {
                due.add(account);
                billed.add(after);
                facts.addAll(activations(account, after, cause, now));
            }
            if (!items.isEmpty()) {
                bills.add(bill(account, items, seller.apply(account).dateAt(now), cause));
            }
            rated.forEach(one -> facts.add(cause.tells(one.eventId(), one.fact())));
        }
        subscriptions.billed(due, billed);
        outbox.publishAll(facts);
        return invoices.issue(withPending(bills)).size();
    }

    private Map<UUID, List<Rated>> used(List<Account> accounts, Function<Account, LocalDate> today, Instant now) {
        return usage.rate(
                accounts.stream()
                        .map(account ->
                                new RatedUsage.Due(account.agreement(), account.charges(), today.apply(account)))
                        .toList(),
                now);
    }

    /** What waited for the next invoice comes with it. */
    private List<Bill> withPending(List<Bill> bills) {
        Map<UUID, List<BillableItem>> waiting = new HashMap<>();
        bills.stream()
                .collect(Collectors.groupingBy(
                        Bill::day, Collectors.mapping(bill -> bill.agreement().agreementId(), Collectors.toList())))
                .forEach((day, agreementIds) -> waiting.putAll(pending.claim(agreementIds, day)));
        return bills.stream()
                .map(bill -> bill.with(waiting.getOrDefault(bill.agreement().agreementId(), List.of())))
                .toList();
    }

    /** An invoice has an id that follows from what it bills, so that a replay gives the same. */
    private static Bill bill(Account account, List<BillableItem> items, LocalDate today, Cause cause) {
        UUID invoiceId = EventIds.derived(items.get(0).itemId(), "invoice");
        return new Bill(account.agreement(), items, today, invoiceId, cause);
    }

    private static List<Addressed> activations(Account before, Account after, Cause cause, Instant now) {
        return before.startedIn(after).stream()
                .map(started -> cause.tells(
                        EventIds.derived(started.subscriptionId(), SubscriptionActivated.TYPE),
                        started.activated(after.agreement(), after.nextBilling(started), now)))
                .toList();
    }
}
