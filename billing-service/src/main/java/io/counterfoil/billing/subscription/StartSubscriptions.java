package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.plan.Plans;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.OrderAccepted.Line;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
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

    @Inject
    StartSubscriptions(
            Plans plans, LegalEntities entities, Agreements agreements, OrderCharges charges, SubscriptionRows rows) {
        this.plans = plans;
        this.entities = entities;
        this.agreements = agreements;
        this.charges = charges;
        this.rows = rows;
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
        orders.forEach((event, order) -> accounts.add(account(event, order, catalogue, numbers)));
        agreements.addAll(accounts.stream().map(Account::agreement).toList());
        rows.addAll(accounts.stream()
                .flatMap(account -> account.subscriptions().stream())
                .toList());
        charges.addAll(
                accounts.stream().flatMap(account -> account.charges().stream()).toList());
        return accounts;
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

    private static Account account(
            Envelope event, OrderAccepted order, Plans.Catalogue catalogue, Iterator<String> numbers) {
        List<OrderCharge> charges = new ArrayList<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (Line line : order.lines()) {
            Plan plan = catalogue.validOn(line.planId(), line.startDate());
            String number = numbers.next();
            List<Charge> ofPlan = plan.chargesIn(order.currency());
            UUID subscriptionId = ofPlan.stream()
                    .filter(charge -> charge.kind() == Charge.Kind.RECURRING)
                    .findFirst()
                    .map(charge -> subscription(event, order, line, plan, charge, number))
                    .map(subscription -> {
                        subscriptions.add(subscription);
                        return subscription.subscriptionId();
                    })
                    .orElse(null);
            ofPlan.forEach(charge -> charges.add(charge(event, order, line, plan, charge, subscriptionId)));
        }
        return new Account(order.agreement(event.correlationId(), event.id()), charges, subscriptions);
    }

    private static OrderCharge charge(
            Envelope event, OrderAccepted order, Line line, Plan plan, Charge charge, UUID subscriptionId) {
        UUID id = EventIds.derived(event.id(), "charge " + line.lineId() + " " + charge.chargeId());
        ChargeTerms terms = terms(order, line, plan, charge, subscriptionId);
        return charge.kind() != Charge.Kind.ONE_TIME
                ? OrderCharge.starting(id, terms, line.startDate(), line.startDate(), line.endDate())
                : OrderCharge.once(id, null, terms, line.startDate(), line.endDate(), order.earliestStart());
    }

    private static ChargeTerms terms(OrderAccepted order, Line line, Plan plan, Charge charge, UUID subscriptionId) {
        String name = line.productName() == null ? line.productId() : line.productName();
        return new ChargeTerms(
                order.orderId(),
                subscriptionId,
                order.legalEntityId(),
                line.lineId(),
                line.lineNumber(),
                line.productId(),
                charge.isPricedByOrder() ? name : name + ": " + charge.name(),
                plan.planId(),
                plan.version(),
                charge.chargeId(),
                charge.kind(),
                charge.pricing(),
                Quantity.of(line.quantity()),
                charge.price(UnitPrice.of(line.unitPrice()), order.currency()),
                charge.period(),
                charge.terms().timing(),
                charge.terms().dialect(),
                line.performanceObligationId(),
                line.revenueTreatment(),
                line.taxCategoryCode(),
                charge.tariff(UnitPrice.of(line.unitPrice()), order.currency()));
    }

    private static Subscription subscription(
            Envelope event, OrderAccepted order, Line line, Plan plan, Charge charge, String number) {
        return new Subscription(
                EventIds.derived(event.id(), "subscription " + line.lineId()),
                number,
                order.orderId(),
                line.lineId(),
                line.productId(),
                plan.planId(),
                plan.version(),
                line.startDate(),
                line.endDate(),
                Quantity.of(line.quantity()),
                charge.price(UnitPrice.of(line.unitPrice()), order.currency()),
                charge.period(),
                SubscriptionState.PENDING,
                1);
    }
}
