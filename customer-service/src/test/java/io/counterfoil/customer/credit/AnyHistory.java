package io.counterfoil.customer.credit;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What may happen between a customer and us, at random, told as order-service and billing-service tell it, and what is at risk
 * after it: an oracle that knows no tables. Everything is in whole tens and taxed at a tenth, so that nothing is rounded.
 */
final class AnyHistory {

    private static final String ORDER = "io.counterfoil.order.order.";
    private static final String BILLING = "io.counterfoil.billing.";

    final UUID customer = UUID.randomUUID();
    final List<Envelope> facts = new ArrayList<>();
    final List<String> story = new ArrayList<>();

    private final Random random;
    private final List<Order> orders = new ArrayList<>();
    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<UUID, Long> unapplied = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    AnyHistory(Random random) {
        this.random = random;
    }

    private static final class Order {
        final UUID id = UUID.randomUUID();
        long value;
        long invoiced;
        boolean active;
        boolean ended;

        long rest() {
            return ended ? 0 : Math.max(0, value - invoiced);
        }
    }

    private static final class Invoice {
        final UUID id = UUID.randomUUID();
        Order order;
        long net;
        long open;
        long paid;
        boolean untouched = true;
        boolean over;
    }

    /** One thing happens, if it can. */
    void happens() {
        switch (random.nextInt(13)) {
            case 0, 1 -> ordered();
            case 2, 3 -> any(orders, order -> !order.ended && !order.active).ifPresent(this::begun);
            case 4, 5, 6 ->
                any(orders, order -> order.active && order.rest() > 0).ifPresent(this::billed);
            case 7 -> any(invoices, invoice -> invoice.open > 0).ifPresent(this::paid);
            case 8 -> any(invoices, invoice -> invoice.open > 0).ifPresent(this::settledOtherwise);
            case 9 -> any(invoices, invoice -> invoice.untouched).ifPresent(this::voided);
            case 10 -> any(orders, order -> order.active && !order.ended).ifPresent(this::amended);
            case 11 -> moneyMoves();
            default -> any(orders, order -> !order.ended).ifPresent(this::ended);
        }
    }

    Exposure atRisk() {
        boolean taxed = !invoices.isEmpty();
        return new Exposure(
                money(invoices.stream().mapToLong(invoice -> invoice.open).sum()),
                rest(taxed, order -> order.active),
                rest(taxed, order -> !order.active),
                money(unapplied.values().stream().mapToLong(Long::longValue).sum()));
    }

    private Money rest(boolean taxed, Predicate<Order> which) {
        long net = orders.stream().filter(which).mapToLong(Order::rest).sum();
        return money(taxed ? net + net / 10 : net);
    }

    private void ordered() {
        Order order = new Order();
        order.value = some(90);
        orders.add(order);
        tell("/order", ORDER + "accepted.v1", of(order, Map.of("totalContractValue", wire(order.value))));
    }

    /** Billing may refuse it first, for a reason that somebody mends. */
    private void begun(Order order) {
        if (random.nextInt(3) == 0) {
            tell(BILLING + "order.refused-by-billing.v1", of(order, Map.of("givenUp", false)));
        }
        if (random.nextInt(4) > 0) {
            order.active = true;
            tell(BILLING + "subscription.activated.v1", of(order, Map.of("currency", "USD")));
        }
    }

    private void billed(Order order) {
        Invoice invoice = new Invoice();
        invoice.order = order;
        invoice.net = random.nextBoolean() ? order.rest() : Math.min(order.rest(), some(20));
        long credit = random.nextInt(4) == 0 ? invoice.net / 2 : 0;
        invoice.open = invoice.net + invoice.net / 10 - credit;
        order.invoiced += invoice.net;
        invoices.add(invoice);
        Map<String, Object> more = new HashMap<>(amounts(invoice.net));
        more.put("payableAmount", wire(invoice.open));
        tell(BILLING + "invoice.issued.v1", of(invoice, more));
    }

    private void paid(Invoice invoice) {
        UUID payment = UUID.randomUUID();
        long part = part(invoice.open);
        long tooMuch = random.nextInt(3) == 0 ? some(5) : 0;
        invoice.open -= part;
        invoice.paid += part;
        invoice.untouched = false;
        unapplied.merge(payment, tooMuch, Long::sum);
        Map<String, Object> application = Map.of("invoiceId", invoice.id, "amount", wire(part));
        tell(
                BILLING + "payment.settled.v1",
                ours(Map.of(
                        "paymentId", payment,
                        "amount", wire(part + tooMuch),
                        "applications", List.of(application),
                        "unappliedAmount", wire(tooMuch))));
        applied(invoice, payment, part, false);
    }

    private void applied(Invoice invoice, UUID payment, long part, boolean fromUnapplied) {
        tell(
                BILLING + "payment.applied.v1",
                of(
                        invoice,
                        Map.of(
                                "paymentId",
                                payment,
                                "amount",
                                wire(part),
                                "openAmount",
                                wire(invoice.open),
                                "fromUnapplied",
                                fromUnapplied)));
    }

    /** Cash that found no invoice finds one, or what had found one is taken off again. */
    private void moneyMoves() {
        UUID payment = unapplied.keySet().stream().sorted().findFirst().orElse(null);
        Invoice invoice = any(invoices, one -> one.open > 0).orElse(null);
        if (payment != null && invoice != null && unapplied.get(payment) > 0) {
            long part = Math.min(unapplied.get(payment), invoice.open);
            unapplied.merge(payment, -part, Long::sum);
            invoice.open -= part;
            invoice.untouched = false;
            applied(invoice, payment, part, true);
        } else {
            any(invoices, one -> one.paid > 0 && !one.over).ifPresent(this::takenOff);
        }
    }

    private void takenOff(Invoice invoice) {
        UUID payment = UUID.randomUUID();
        long part = invoice.paid;
        invoice.paid = 0;
        invoice.open += part;
        unapplied.put(payment, part);
        tell(
                BILLING + "payment.unapplied.v1",
                of(invoice, Map.of("paymentId", payment, "amount", wire(part), "openAmount", wire(invoice.open))));
    }

    private void settledOtherwise(Invoice invoice) {
        long part = part(invoice.open);
        invoice.open -= part;
        switch (random.nextInt(3)) {
            case 0 ->
                tell(
                        BILLING + "credit.applied.v1",
                        of(invoice, Map.of("amount", wire(part), "openAmount", wire(invoice.open))));
            case 1 -> {
                invoice.untouched = false;
                memo(invoice, part, Map.of());
            }
            default -> {
                invoice.untouched = false;
                invoice.over = true;
                tell(
                        BILLING + "invoice.written-off.v1",
                        of(invoice, Map.of("currency", "USD", "openAmount", wire(invoice.open))));
            }
        }
    }

    private void memo(Invoice invoice, long net, Map<String, String> policies) {
        Map<String, Object> more = new HashMap<>(amounts(net));
        more.put("precedingInvoiceReference", Map.of("invoiceId", invoice.id));
        more.put("invoiceOpenAmount", wire(invoice.open));
        more.put("openAmount", wire(0));
        more.put("policyVersions", policies);
        tell(BILLING + "creditmemo.issued.v1", of(invoice.order, more));
    }

    private void voided(Invoice invoice) {
        invoice.open = 0;
        invoice.untouched = false;
        invoice.over = true;
        invoice.order.invoiced -= invoice.net;
        if (random.nextInt(3) == 0) {
            memo(invoice, invoice.net, Map.of("void.mode", "CREDIT_NOTE@1"));
        } else {
            Map<String, Object> more = new HashMap<>(amounts(invoice.net));
            more.put("currency", "USD");
            tell(BILLING + "invoice.voided.v1", of(invoice, more));
        }
    }

    private void amended(Order order) {
        boolean cancelled = random.nextInt(3) == 0;
        long change = cancelled ? -order.rest() : random.nextBoolean() ? some(50) : -part(order.rest());
        order.value += change;
        String kind = cancelled
                ? "cancelled"
                : List.of("amended", "renewed", "suspended", "resumed").get(random.nextInt(4));
        tell(BILLING + "subscription." + kind + ".v1", of(order, Map.of("valueChange", wire(change))));
    }

    private void ended(Order order) {
        order.ended = true;
        if (order.active || random.nextBoolean()) {
            tell("/order", ORDER + "cancelled.v1", of(order, Map.of()));
        } else {
            tell(BILLING + "order.refused-by-billing.v1", of(order, Map.of("givenUp", true)));
        }
    }

    private <T> Optional<T> any(List<T> all, Predicate<T> which) {
        List<T> found = all.stream().filter(which).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private long some(int most) {
        return 1000L * (1 + random.nextInt(most));
    }

    /** All of it, or about half. */
    private long part(long whole) {
        return random.nextBoolean() ? whole : whole / 200 * 100;
    }

    private Map<String, Object> ours(Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("customerId", customer);
        return data;
    }

    private Map<String, Object> of(Order order, Map<String, Object> more) {
        Map<String, Object> data = ours(more);
        data.put("orderId", order.id);
        return data;
    }

    private Map<String, Object> of(Invoice invoice, Map<String, Object> more) {
        Map<String, Object> data = of(invoice.order, more);
        data.put("invoiceId", invoice.id);
        return data;
    }

    private static Map<String, Object> amounts(long net) {
        return Map.of("netAmount", wire(net), "taxAmount", wire(net / 10));
    }

    private static Map<String, String> wire(long minor) {
        return Map.of("amount", money(minor).amount(), "currency", "USD");
    }

    private static Money money(long minor) {
        return Money.ofMinor(minor, "USD");
    }

    private void tell(String type, Map<String, Object> data) {
        tell("/billing", type, data);
    }

    private void tell(String source, String type, Map<String, Object> data) {
        String json = Json.write(data);
        story.add(type + " " + json);
        facts.add(new Envelope(
                UUID.randomUUID(),
                type,
                source,
                "any",
                Instant.EPOCH,
                "any",
                null,
                1,
                positions.merge(source, 1L, Long::sum),
                customer.toString(),
                "US01",
                null,
                null,
                json.getBytes(StandardCharsets.UTF_8)));
    }
}
