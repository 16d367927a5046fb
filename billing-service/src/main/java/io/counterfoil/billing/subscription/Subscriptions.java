package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.common.event.Envelope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the billing run needs of subscriptions: which agreements have something due, and what was billed of them. */
@Dependent
public class Subscriptions {

    /** Candidates are read without a lock; of these, a replica claims as many as it can get. */
    private static final int CANDIDATES_PER_CLAIM = 8;

    private final Agreements agreements;
    private final OrderCharges charges;
    private final DueAgreements due;
    private final SubscriptionRows rows;
    private final PendingItems pending;
    private final StartSubscriptions starts;
    private final BilledTogether together;
    private final Closings closings;

    @Inject
    Subscriptions(
            Agreements agreements,
            OrderCharges charges,
            DueAgreements due,
            SubscriptionRows rows,
            PendingItems pending,
            StartSubscriptions starts,
            BilledTogether together,
            Closings closings) {
        this.closings = closings;
        this.together = together;
        this.pending = pending;
        this.starts = starts;
        this.agreements = agreements;
        this.charges = charges;
        this.due = due;
        this.rows = rows;
    }

    /** An agreement with its charges and subscriptions, as they stand. */
    public record Account(Agreement agreement, List<OrderCharge> charges, List<Subscription> subscriptions) {

        /** All that falls due by the day, line by line. */
        public List<BillableItem> dueBy(LocalDate day) {
            return charges.stream()
                    .flatMap(charge -> charge.dueBy(day, agreement.currency()).stream())
                    .toList();
        }

        /** The agreement after everything due by the day was billed and every subscription was started or ended. */
        public Account billedBy(LocalDate day) {
            return new Account(
                    agreement,
                    charges.stream().map(charge -> charge.billedBy(day)).toList(),
                    subscriptions.stream()
                            .map(s -> s.startsBy(day) ? s.activate() : s)
                            .toList());
        }

        /** The subscriptions that run in the later state of the agreement and did not in this one. */
        public List<Subscription> startedIn(Account later) {
            return Stream.iterate(0, i -> i < subscriptions.size(), i -> i + 1)
                    .filter(i -> subscriptions.get(i).isToBegin())
                    .map(later.subscriptions::get)
                    .filter(subscription -> subscription.state() == SubscriptionState.ACTIVE)
                    .toList();
        }

        /** True as soon as an item of it was billed. */
        public boolean isBilled() {
            return charges.stream().anyMatch(charge -> charge.billedOn() != null);
        }

        /** The agreement with nothing left to bill. */
        Account cancelled() {
            return new Account(
                    agreement,
                    charges.stream().map(OrderCharge::cancelled).toList(),
                    subscriptions.stream().map(Subscription::cancelIfPending).toList());
        }

        /** When the subscription is billed next; null when its term is billed to its end. */
        public LocalDate nextBilling(Subscription subscription) {
            return charges.stream()
                    .filter(charge ->
                            subscription.subscriptionId().equals(charge.terms().subscriptionId())
                                    && charge.nextDue() != null)
                    .map(OrderCharge::nextDue)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    /** Makes subscriptions and charges out of accepted orders; those that are known already are passed over. */
    public List<Account> start(List<Envelope> accepted) {
        return starts.from(accepted);
    }

    /** The account that an order would become; nothing is written. */
    public Account drawUp(OrderAccepted order, String correlationId, UUID cause) {
        return starts.drawn(order, correlationId, cause);
    }

    /** Claims agreements of an entity that have something due by the day and that nobody else works on. */
    public List<Account> claimDue(String legalEntityId, LocalDate day, int limit) {
        if (together.isWanted(legalEntityId, day)) {
            return accounts(
                    together.claim(due(legalEntityId, day, limit * CANDIDATES_PER_CLAIM), legalEntityId, day, limit));
        }
        List<UUID> claimed = due.claim(legalEntityId, day, limit);
        if (claimed.isEmpty()) {
            claimed = pending.agreementsDue(legalEntityId, day, limit);
        }
        return claimed.isEmpty() ? List.of() : accounts(agreements.claim(claimed, limit));
    }

    /** Agreements of an entity that have something due by the day, the longest due first; nothing is locked. */
    public List<UUID> due(String legalEntityId, LocalDate day, int limit) {
        List<UUID> found = due.by(legalEntityId, day, limit);
        return found.isEmpty() ? pending.agreementsDue(legalEntityId, day, limit) : found;
    }

    /** The agreement of a subscription as it stands, for reading; empty when there is none. */
    public List<Account> ofSubscription(UUID subscriptionId) {
        return accounts(agreements.ofSubscription(subscriptionId));
    }

    /** Locks one agreement. */
    public List<Account> lock(UUID agreementId) {
        return accounts(agreements.lock(agreementId));
    }

    /** What an agreement charges once and has not billed yet is never billed. */
    public void dropUnbilled(Account account) {
        charges.moveOn(account.charges().stream()
                .filter(charge -> charge.terms().kind() == Kind.ONE_TIME && charge.nextDue() != null)
                .map(OrderCharge::cancelled)
                .toList());
    }

    /** Locks the agreement of a subscription; empty when there is no such subscription. */
    public Optional<Account> lockOf(UUID subscriptionId) {
        return rows.byId(subscriptionId)
                .flatMap(one -> lock(one.agreementId()).stream().findFirst());
    }

    /** Writes a subscription that was amended, with its charges: those that were there and those that are new. */
    public void amended(
            Subscription before, Subscription subscription, List<OrderCharge> rewritten, List<OrderCharge> added) {
        rows.amend(before, subscription);
        charges.rewrite(rewritten);
        charges.addAll(added);
    }

    /** Sees to it that a minimum that was promised is looked at once more when the subscription ends. */
    public void closes(Account account, Subscription subscription) {
        closings.expect(account, subscription);
    }

    /** Begins the trials that are due; returns how many. */
    public int beginTrials(Instant now) {
        return rows.beginTrials(now);
    }

    /** A subscription whose first day has come, and on which nothing is billed of it. */
    public Optional<UUID> beginsUnbilled(Instant now) {
        return rows.beginsUnbilled(now);
    }

    /** Writes a subscription that has begun. */
    public void begun(Subscription before, Subscription subscription) {
        rows.begin(before, subscription);
    }

    /** The next moment at which a trial begins, or a subscription of which nothing is billed on its first day. */
    public Optional<Instant> nextBeginning() {
        return rows.nextBeginning();
    }

    /** The earliest day on which something falls due or a term ends, by legal entity; what is held does not count. */
    public Map<String, LocalDate> nextDue() {
        Map<String, LocalDate> next = new HashMap<>(due.next());
        rows.nextEnd().forEach((entity, day) -> next.merge(entity, day, (a, b) -> a.isBefore(b) ? a : b));
        pending.nextDays().forEach((entity, day) -> next.merge(entity, day, (a, b) -> a.isBefore(b) ? a : b));
        return next;
    }

    /** The next moment at which a day begins on which something falls due, for customers in a time zone of their own. */
    public Optional<Instant> nextDueElsewhere() {
        return Stream.of(due.nextElsewhere(), rows.nextEndElsewhere(), pending.nextElsewhere())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Ends the subscriptions of an entity whose term is over; returns how many. */
    public int expire(String legalEntityId, LocalDate day, Instant now) {
        return rows.expire(legalEntityId, day, now);
    }

    /** Writes what changed by billing: next due days and states. */
    public void billed(List<Account> before, List<Account> after) {
        charges.moveOn(changed(
                before.stream().flatMap(account -> account.charges().stream()),
                after.stream().flatMap(account -> account.charges().stream())));
        rows.move(changed(
                before.stream().flatMap(account -> account.subscriptions().stream()),
                after.stream().flatMap(account -> account.subscriptions().stream())));
    }

    /** Leaves the agreement out of the billing run, or takes it in again. */
    public void hold(UUID agreementId, boolean held) {
        charges.hold(agreementId, held);
    }

    /** Whether the billing run leaves it out. */
    public boolean isHeld(UUID agreementId) {
        return charges.isHeld(agreementId);
    }

    /**
     * Lets the last billed periods of charges fall due as if they had never been billed; those that have billed
     * periods after them are left. Returns the items that will come again.
     */
    public List<UUID> billAgain(List<BillableItem> items) {
        List<UUID> again = new ArrayList<>();
        List<OrderCharge> moved = new ArrayList<>();
        List<UUID> concerned = charges.agreementsOf(
                items.stream().map(BillableItem::orderChargeId).toList());
        for (OrderCharge charge : accounts(agreements.lockAll(concerned)).stream()
                .flatMap(account -> account.charges().stream())
                .toList()) {
            LocalDate through = charge.billedThrough();
            for (BillableItem item : latestFirst(items, charge)) {
                if (item.period().end().equals(through)) {
                    through = item.period().start();
                    again.add(item.itemId());
                }
            }
            if (!through.equals(charge.billedThrough())) {
                moved.add(charge.billedUpTo(through, true));
            }
        }
        charges.rewrite(moved);
        return again;
    }

    private static List<BillableItem> latestFirst(List<BillableItem> items, OrderCharge charge) {
        return items.stream()
                .filter(item -> charge.orderChargeId().equals(item.orderChargeId()))
                .sorted(Comparator.comparing(
                                (BillableItem item) -> item.period().end())
                        .reversed())
                .toList();
    }

    private List<Account> accounts(List<Agreement> claimed) {
        Collection<UUID> ids = claimed.stream().map(Agreement::agreementId).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<OrderCharge>> chargesOf = charges.of(ids);
        Map<UUID, List<Subscription>> subscriptionsOf = rows.of(ids);
        return claimed.stream()
                .map(agreement -> new Account(
                        agreement,
                        chargesOf.getOrDefault(agreement.agreementId(), List.of()),
                        subscriptionsOf.getOrDefault(agreement.agreementId(), List.of())))
                .toList();
    }

    private static <T> List<T> changed(Stream<T> before, Stream<T> after) {
        List<T> old = before.toList();
        List<T> now = after.toList();
        return Stream.iterate(0, i -> i < old.size(), i -> i + 1)
                .filter(i -> !old.get(i).equals(now.get(i)))
                .map(now::get)
                .toList();
    }
}
