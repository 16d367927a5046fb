package io.counterfoil.order.order;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.customer.CustomerMayNotBuy;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.legalentity.LegalEntities;
import io.counterfoil.order.legalentity.LegalEntity;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.terms.AcceptableOrder;
import io.counterfoil.order.terms.TaxAttributes;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How the other capabilities move orders. Each method works in the caller's transaction: it takes the order, asks it to
 * move, and puts the fact out.
 */
@Dependent
public class OrderBook {

    private final Orders orders;
    private final Numbers numbers;
    private final ContractBook contracts;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Event<OrderGivenUp> givenUp;

    @Inject
    OrderBook(
            Orders orders,
            Numbers numbers,
            ContractBook contracts,
            LegalEntities entities,
            Outbox outbox,
            BusinessClock clock,
            Event<OrderGivenUp> givenUp) {
        this.numbers = numbers;
        this.orders = orders;
        this.contracts = contracts;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
        this.givenUp = givenUp;
    }

    /** Stores a new order; empty when there is one for the external reference already. */
    public Optional<Received> receive(String channel, ExternalReference external) {
        UUID orderId = EventIds.next();
        if (external != null && !orders.claim(external, orderId)) {
            return Optional.empty();
        }
        Order order = Order.receive(orderId, orders.nextNumber(), channel, external, clock.now());
        orders.add(order);
        outbox.publish(order.received());
        return Optional.of(new Received(orderId, order.orderNumber()));
    }

    /** The same for a set; those for whose external reference there is an order already are left out. */
    public Map<ExternalReference, Received> receiveAll(String channel, Collection<ExternalReference> externals) {
        Map<ExternalReference, UUID> asked = new LinkedHashMap<>();
        externals.forEach(external -> asked.put(external, EventIds.next()));
        Map<ExternalReference, UUID> first = orders.claim(asked);
        numbers.expect("order_number", first.size());
        Map<ExternalReference, Received> received = new LinkedHashMap<>();
        asked.keySet().stream()
                .filter(first::containsKey)
                .forEach(external -> received.put(external, new Received(first.get(external), orders.nextNumber())));
        return received;
    }

    /** Stores one of a set that was received. */
    public void store(Received received, String channel, ExternalReference external) {
        Order order = Order.receive(received.orderId(), received.orderNumber(), channel, external, clock.now());
        orders.addToSet(order);
        outbox.publish(order.received());
    }

    /** Locks the orders of a set: each of the methods below then finds its order at hand. */
    public void lock(Collection<UUID> orderIds) {
        orders.lock(orderIds);
    }

    /** A set will be accepted: as many contracts will be signed. */
    public void expectContracts(int many) {
        numbers.expect("contract_number", many);
    }

    /** The order of an external reference. */
    public Optional<UUID> referredBy(ExternalReference external) {
        return orders.referredBy(external);
    }

    /** Every rule holds. */
    public void validate(UUID orderId, AcceptableOrder checked) {
        orders.forChange(orderId).validate(checked);
    }

    /** The customer is known: signs the contract and tells billing. */
    public Accepted accept(UUID orderId, KnownCustomer customer) {
        requireBuyer(orderId, customer);
        Order order = orders.forChange(orderId);
        UUID contractId = contracts.sign(order.contractTerms(customer.customerId()));
        outbox.publish(order.accept(customer, contractId, clock.now()));
        boolean startsLater = order.terms().orElseThrow().startDate().isAfter(today(order));
        return new Accepted(order.lines().size(), startsLater);
    }

    /** Refuses who may not buy this; nothing is changed. */
    public void requireBuyer(UUID orderId, KnownCustomer customer) {
        if (!customer.mayBuy()) {
            throw new CustomerMayNotBuy(customer.customerNumber(), customer.state());
        }
        new TaxAttributes(customer.billingAddress(), customer.taxRegistrations())
                .requireFor(orders.forChange(orderId).taxCategories());
    }

    /** Billing has begun; once an invoice exists the order can't be cancelled any more. */
    public void followBilling(UUID orderId, boolean billed) {
        orders.forChange(orderId).followBilling(billed);
    }

    /** The end of a good story. */
    public void complete(UUID orderId, List<String> invoiceNumbers) {
        outbox.publish(orders.forChange(orderId).complete(invoiceNumbers, clock.now()));
    }

    /** It waits. */
    public void hold(UUID orderId, HoldReason why) {
        outbox.publish(orders.forChange(orderId).hold(why));
    }

    /** It waits no more. */
    public void release(UUID orderId) {
        orders.forChange(orderId).release();
    }

    /**
     * Gives it up: cancelled when a contract exists, rejected when not. Refuses when that is no legal move.
     *
     * @return true when it was cancelled
     */
    public boolean giveUp(UUID orderId, String reason) {
        Order order = orders.forChange(orderId);
        boolean promised = order.contractId() != null;
        outbox.publish(
                promised ? order.cancel(reason, today(order), false, clock.now()) : order.reject("withdrawn", reason));
        givenUp.fire(new OrderGivenUp(orderId, reason));
        return promised;
    }

    /** Takes an order back after all that was billed of it was taken back. */
    public void takeBack(UUID orderId, String reason, LocalDate effectiveDate) {
        outbox.publish(orders.forChange(orderId).cancel(reason, effectiveDate, true, clock.now()));
        givenUp.fire(new OrderGivenUp(orderId, reason));
    }

    /** Who may see an order although they are no staff. */
    public void belongsTo(UUID orderId, String partnerId, String person) {
        orders.belongsTo(orderId, partnerId, person);
    }

    /** For whom the prices of an order were looked up: a change of it is held against the same books. */
    public PriceScope priceScope(UUID orderId) {
        return orders.find(orderId).flatMap(Order::terms).orElseThrow().priceScope();
    }

    /** The channel that an order came by. */
    public String channel(UUID orderId) {
        return orders.find(orderId).orElseThrow().channel();
    }

    /** What an order is worth over its term, before tax; empty until it is validated. */
    public Optional<Money> value(UUID orderId) {
        return orders.find(orderId).map(Order::totalContractValue);
    }

    /** The same for a set. */
    public Map<UUID, Money> values(Collection<UUID> orderIds) {
        return orders.values(orderIds);
    }

    /** The order as callers see it, with what this transaction changed. */
    public OrderJson show(UUID orderId) {
        return OrderJson.of(orders.written(orders.forChange(orderId)));
    }

    private LocalDate today(Order order) {
        ZoneId zone = order.terms()
                .map(AgreedTerms::legalEntityId)
                .flatMap(entities::find)
                .map(LegalEntity::timeZone)
                .orElse(ZoneOffset.UTC);
        return clock.today(zone);
    }

    /** How many lines wait for billing, and whether the start date is still to come. */
    public record Accepted(int lines, boolean startsLater) {}

    /** A new order's id and number. */
    public record Received(UUID orderId, String orderNumber) {}
}
