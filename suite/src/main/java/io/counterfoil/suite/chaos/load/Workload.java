package io.counterfoil.suite.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Asks: deals by the CRM's hook and by API, the same again, payments of a part, the whole and more, cancellations. Whatever
 * fails meanwhile, each request is repeated until it is answered.
 */
public final class Workload implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final int REPEATED = 30;
    private static final int PAID = 70;
    private static final int TIMES = 3;

    private final Draw draw;
    private final Asked asked;
    private final Insistent insistent;
    private final Access access;
    private final Api crm;
    private final Api gateway;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    public Workload(Access access, Draw draw, Asked asked) {
        this.access = access;
        this.draw = draw;
        this.asked = asked;
        this.insistent = new Insistent(asked);
        this.crm = access.anonymous(Endpoint.SALESFORCE);
        this.gateway = access.anonymous(Endpoint.GATEWAY);
    }

    /** The products are known to the CRM. */
    public void prepare() {
        crm.post("/control/records", Requests.products()).expect(200);
    }

    /** So many deals, at once by several callers; some are told more than once. Returns when each was answered. */
    public List<Deal> buy(int count) {
        List<Deal> deals = new ArrayList<>();
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Deal deal = draw.deal();
            int times = draw.chance(REPEATED) ? TIMES : 1;
            deals.add(deal);
            calls.add(callers.submit(() -> place(deal, times)));
        }
        awaitAll(calls);
        return deals;
    }

    /** Customers pay for these, or for a part of them, or too much; what shall be cancelled is. */
    public void settle(List<Deal> deals) {
        List<Future<?>> calls = new ArrayList<>();
        for (Deal deal : deals) {
            if (deal.cancelled()) {
                calls.add(callers.submit(() -> cancel(deal)));
            } else if (draw.chance(PAID)) {
                List<Long> amounts = amounts(deal);
                boolean again = draw.chance(REPEATED);
                calls.add(callers.submit(() -> pay(deal, amounts, again)));
            }
        }
        awaitAll(calls);
    }

    /** The whole, two parts of it, a part, or more than was asked for. */
    private List<Long> amounts(Deal deal) {
        long payable = deal.payableMinor();
        long part = draw.upTo(payable);
        return switch ((int) draw.upTo(4)) {
            case 1 -> List.of(payable);
            case 2 -> List.of(part, payable - part + 1);
            case 3 -> List.of(part);
            default -> List.of(payable + part);
        };
    }

    /** An order by API, once. */
    public void order(Deal deal) {
        order(deal, 1);
    }

    /** The next deal, not placed yet. */
    synchronized Deal draw() {
        return draw.deal();
    }

    /** Placed once, and answered. */
    void place(Deal deal) {
        place(deal, 1);
    }

    /** A request that must succeed did not. */
    void surprised(Deal deal, RuntimeException refused) {
        asked.surprise("%s: %s".formatted(deal.key(), refused.getMessage()));
    }

    /** True when it can be paid or cancelled; a service that is away says no. */
    boolean isReady(Deal deal) {
        try {
            return isInvoiced(deal);
        } catch (RuntimeException away) {
            return false;
        }
    }

    private boolean isInvoiced(Deal deal) {
        String order = asked.orderId(deal);
        return order != null && (deal.cancelled() || hasInvoice(deal));
    }

    /** It is paid in one or two parts, or cancelled. */
    void settleOne(Deal deal) {
        if (deal.cancelled()) {
            cancel(deal);
        } else {
            pay(deal, someAmounts(deal), false);
        }
    }

    private synchronized List<Long> someAmounts(Deal deal) {
        return amounts(deal);
    }

    /** True when billing has issued an invoice for it. */
    public boolean hasInvoice(Deal deal) {
        Api billing = access.client(Endpoint.BILLING, "finance");
        return billing.get("/v1/invoices?orderId=" + orderId(deal))
                        .expect(200)
                        .json()
                        .path("items")
                        .size()
                > 0;
    }

    private void place(Deal deal, int times) {
        if (deal.channel() == Deal.Channel.CRM) {
            win(deal, times);
        } else {
            order(deal, times);
        }
    }

    /** The CRM tells until it is heard: from here on the deal is accepted. */
    private void win(Deal deal, int times) {
        crm.post("/control/records", Requests.records(deal)).expect(200);
        asked.accepted(deal);
        JsonNode won = crm.post("/control/opportunities/" + deal.key() + "/close", Map.of())
                .expect(200)
                .json();
        if (times > 1) {
            String notification = won.path("notificationIds").path(0).asText();
            crm.post("/control/notifications/" + notification + "/resend", Map.of("times", times))
                    .expect(200);
            asked.repeated();
        }
    }

    private void order(Deal deal, int times) {
        Api portal = Insistent.keyed(access.client(Endpoint.ORDER, "partner"), "order-" + deal.key());
        for (int i = 0; i < times; i++) {
            Reply reply = insistent.until(
                    "order " + deal.key(), () -> portal.send("POST", "/v1/orders", Requests.order(deal)));
            asked.accepted(deal);
            asked.orderOf(deal, reply.expect(201).json().path("orderId").asText());
        }
        if (times > 1) {
            asked.repeated();
        }
    }

    /** The same key for something else must be refused; says what was answered instead. */
    public void changeBehindTheKey(Deal deal) {
        Deal other = new Deal(
                deal.key(),
                deal.channel(),
                deal.customer(),
                deal.place(),
                deal.start().plusDays(1),
                false,
                deal.lines());
        Api portal = Insistent.keyed(access.client(Endpoint.ORDER, "partner"), "order-" + deal.key());
        Reply reply = insistent.until(
                "order " + deal.key(), Set.of(503), () -> portal.send("POST", "/v1/orders", Requests.order(other)));
        if (reply.status() != 422) {
            asked.surprise(
                    "a key was taken for another body: %s was answered %d".formatted(deal.key(), reply.status()));
        }
    }

    private void cancel(Deal deal) {
        String path = "/v1/orders/" + orderId(deal) + "/cancellation";
        Api sales = Insistent.keyed(access.client(Endpoint.ORDER, "sales"), "cancel-" + deal.key());
        Reply reply = insistent.until(
                "cancellation of " + deal.key(), () -> sales.send("POST", path, Map.of("reason", "chaos")));
        if (reply.status() != 200) {
            asked.surprise("%s could not be cancelled: %s".formatted(deal.key(), reply.text()));
        }
    }

    private String orderId(Deal deal) {
        String known = asked.orderId(deal);
        if (known != null) {
            return known;
        }
        String opportunity = crm.get("/control/records/Opportunity/" + deal.key())
                .expect(200)
                .json()
                .path("Id")
                .asText();
        Api orders = access.client(Endpoint.ORDER, "operator");
        String path = "/v1/processes/quote-to-cash?opportunity=" + opportunity;
        return first("process of " + deal.key(), "orderId", () -> orders.get(path));
    }

    private void pay(Deal deal, List<Long> amounts, boolean again) {
        String invoice = invoiceNumber(deal);
        for (long amount : amounts) {
            Map<String, Object> payment = new LinkedHashMap<>();
            payment.put("invoiceNumber", invoice);
            payment.put("customerReference", deal.key());
            payment.put("amountMinor", amount);
            payment.put("currency", "USD");
            payment.put("outcome", "succeeded");
            JsonNode taken =
                    gateway.post("/control/payments", payment).expect(201).json();
            asked.paid(deal, new Asked.Paid(taken.path("paymentIntentId").asText(), amount));
            if (again) {
                gateway.post("/control/events/" + taken.path("eventId").asText() + "/resend", Map.of("times", TIMES));
                asked.repeated();
            }
        }
    }

    private String invoiceNumber(Deal deal) {
        Api billing = access.client(Endpoint.BILLING, "finance");
        String path = "/v1/invoices?orderId=" + orderId(deal);
        return first("invoice of " + deal.key(), "invoiceNumber", () -> billing.get(path));
    }

    /** A field of the first item of a list, as soon as there is one. */
    private String first(String what, String field, Supplier<Reply> request) {
        Set<Integer> again = Set.of(503);
        JsonNode[] found = new JsonNode[1];
        insistent.until(
                what,
                again,
                () -> {
                    Reply reply = request.get();
                    found[0] = reply.status() == 200
                            ? reply.json().path("items").path(0).path(field)
                            : MissingNode.getInstance();
                    return reply;
                },
                () -> !found[0].isMissingNode());
        return found[0].asText();
    }

    static void awaitAll(List<Future<?>> calls) {
        for (Future<?> call : calls) {
            try {
                call.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while asking", e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
            }
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
