package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payer.Payers;
import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.plan.Plans;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.OrderAccepted.Line;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes subscriptions and charges out of accepted orders, a set at a time. They are PENDING; the billing run, or who called,
 * bills what is due. An order that is known already, or was cancelled before, is passed over.
 */
@Dependent
class StartSubscriptions {

    private final Plans plans;
    private final LegalEntities entities;
    private final Agreements agreements;
    private final OrderCharges charges;
    private final SubscriptionRows rows;
    private final PendingItems pending;
    private final Payers payers;
    private final Policies policies;

    @Inject
    StartSubscriptions(
            Plans plans,
            LegalEntities entities,
            Agreements agreements,
            OrderCharges charges,
            SubscriptionRows rows,
            PendingItems pending,
            Payers payers,
            Policies policies) {
        this.plans = plans;
        this.entities = entities;
        this.agreements = agreements;
        this.charges = charges;
        this.rows = rows;
        this.pending = pending;
        this.payers = payers;
        this.policies = policies;
    }

    /** Starts what these events tell of; the ids are derived from the event, so that a replay gives the same. */
    List<Account> from(List<Envelope> accepted) {
        Map<Envelope, OrderAccepted> orders = fresh(accepted);
        if (orders.isEmpty()) {
            return List.of();
        }
        entities.byIds(
                orders.values().stream().map(OrderAccepted::legalEntityId).collect(Collectors.toSet()));
        Plans.Catalogue catalogue = plans.of(orders.values().stream()
                .flatMap(order -> order.lines().stream())
                .map(Line::planId)
                .collect(Collectors.toSet()));
        List<Account> accounts = new ArrayList<>(orders.size());
        Iterator<String> numbers = rows.numbers(
                        orders.values().stream().mapToInt(o -> o.lines().size()).sum())
                .iterator();
        Map<UUID, ZoneId> zones = payers.zones(
                orders.values().stream().map(OrderAccepted::customerId).collect(Collectors.toSet()));
        PolicyBook book = book(orders.values());
        orders.forEach((event, order) -> {
            Agreement agreement = order.agreement(event.correlationId(), event.id(), zones.get(order.customerId()));
            accounts.add(account(event.id(), agreement, order, catalogue, book, numbers));
        });
        agreements.addAll(accounts.stream().map(Account::agreement).toList());
        rows.addAll(accounts.stream()
                .flatMap(account -> account.subscriptions().stream())
                .toList());
        charges.begin(accounts);
        pending.addForTheirDay(accounts.stream()
                .flatMap(account -> closings(account, catalogue).stream())
                .toList());
        return accounts;
    }

    private static List<BillableItem> closings(Account account, Plans.Catalogue catalogue) {
        Map<UUID, BillableItem> closings = new LinkedHashMap<>();
        for (OrderCharge charge : account.charges()) {
            ChargeTerms terms = charge.terms();
            boolean promised = terms.subscriptionId() != null
                    && catalogue.version(terms.planId(), terms.planVersion()).commitment() != null;
            if (promised && charge.endDate() != null && terms.kind() != Charge.Kind.ONE_TIME) {
                closings.put(
                        terms.subscriptionId(),
                        ClosingItem.of(
                                charge, charge.endDate(), account.agreement().currency()));
            }
        }
        return List.copyOf(closings.values());
    }

    private Map<Envelope, OrderAccepted> fresh(List<Envelope> accepted) {
        Map<UUID, Envelope> firsts = new LinkedHashMap<>();
        Map<Envelope, OrderAccepted> orders = new LinkedHashMap<>();
        for (Envelope event : accepted) {
            OrderAccepted order = event.dataAs(OrderAccepted.class);
            if (firsts.putIfAbsent(order.orderId(), event) == null) {
                orders.put(event, order);
            }
        }
        Set<UUID> known = agreements.known(firsts.keySet());
        orders.values().removeIf(order -> known.contains(order.orderId()));
        return orders;
    }

    /** The account that an order would become; nothing is written and no number is taken. */
    Account drawn(OrderAccepted order, String correlationId, UUID cause) {
        entities.byIds(Set.of(order.legalEntityId()));
        Plans.Catalogue catalogue =
                plans.of(order.lines().stream().map(Line::planId).collect(Collectors.toSet()));
        Iterator<String> numbers = order.lines().stream()
                .map(line -> "preview-" + line.lineNumber())
                .iterator();
        Agreement agreement = order.agreement(correlationId, cause, null);
        return account(cause, agreement, order, catalogue, book(List.of(order)), numbers);
    }

    private PolicyBook book(Collection<OrderAccepted> orders) {
        return policies.book(orders.stream()
                .map(order -> Scope.of(order.legalEntityId(), order.contractId()))
                .toList());
    }

    private static Account account(
            UUID cause,
            Agreement agreement,
            OrderAccepted order,
            Plans.Catalogue catalogue,
            PolicyBook book,
            Iterator<String> numbers) {
        List<OrderCharge> charges = new ArrayList<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (Line line : order.lines()) {
            Plan plan = catalogue.validOn(line.planId(), line.startDate());
            String number = numbers.next();
            UUID id = EventIds.derived(cause, "subscription " + line.lineId());
            boolean once = plan.charges().stream().allMatch(charge -> charge.kind() == Charge.Kind.ONE_TIME);
            Sale sale = sale(order, line, once ? null : id);
            LocalDate from = line.startDate().plusDays(FirstCharges.trialDays(plan));
            FirstCharges first =
                    new FirstCharges(cause, sale, line.startDate(), from, line.endDate(), null, order.earliestStart());
            charges.addAll(first.of(sale.asSold(plan, book, order.contractId(), line.startDate())));
            if (!once) {
                subscriptions.add(Subscription.agreed(id, number, plan, sale, line.startDate(), from, line.endDate()));
            }
        }
        return new Account(agreement, charges, subscriptions);
    }

    private static Sale sale(OrderAccepted order, Line line, UUID subscriptionId) {
        return new Sale(
                order.orderId(),
                subscriptionId,
                order.legalEntityId(),
                order.currency(),
                line.lineId(),
                line.lineNumber(),
                line.productId(),
                line.productName() == null ? line.productId() : line.productName(),
                Quantity.of(line.quantity()),
                UnitPrice.of(line.unitPrice()),
                line.performanceObligationId(),
                line.revenueTreatment(),
                line.taxCategoryCode());
    }
}
