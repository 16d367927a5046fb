package io.counterfoil.suite.chaos.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that was asked for and accepted; what the books must say is worked out from this and nothing else. */
public final class Asked {
    private final Map<String, Deal> deals = new LinkedHashMap<>();
    private final Map<String, String> orderIds = new LinkedHashMap<>();
    private final Map<String, List<Paid>> payments = new LinkedHashMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> surprises = new ArrayList<>();
    private int repeats;

    /** Money that a customer gave for the invoice of a deal; the gateway's reference names it. */
    public record Paid(String reference, long amountMinor) {}

    synchronized void accepted(Deal deal) {
        deals.put(deal.key(), deal);
    }

    /** The order that an answer named; a second one for the same deal is a surprise. */
    synchronized void orderOf(Deal deal, String orderId) {
        String before = orderIds.put(deal.key(), orderId);
        if (before != null && !before.equals(orderId)) {
            surprises.add(
                    "one request was answered with two orders: %s, %s and %s".formatted(deal.key(), before, orderId));
        }
    }

    synchronized void paid(Deal deal, Paid payment) {
        payments.computeIfAbsent(deal.key(), key -> new ArrayList<>()).add(payment);
    }

    synchronized void repeated() {
        repeats++;
    }

    synchronized void answered(int status) {
        answers.merge(status, 1, Integer::sum);
    }

    synchronized void surprise(String what) {
        surprises.add(what);
    }

    public synchronized List<Deal> deals() {
        return List.copyOf(deals.values());
    }

    /** How many of them must become complete: what is to be cancelled never does. */
    public synchronized long running() {
        return deals.values().stream().filter(deal -> !deal.cancelled()).count();
    }

    /** The order of a deal that came by API; null where it came otherwise. */
    public synchronized String orderId(Deal deal) {
        return orderIds.get(deal.key());
    }

    public synchronized List<Paid> payments(Deal deal) {
        return List.copyOf(payments.getOrDefault(deal.key(), List.of()));
    }

    public synchronized long paidMinor(Deal deal) {
        return payments(deal).stream().mapToLong(Paid::amountMinor).sum();
    }

    public synchronized int paymentCount() {
        return payments.values().stream().mapToInt(List::size).sum();
    }

    /** How often which status was seen. */
    public synchronized Map<Integer, Integer> answers() {
        return Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** What no answer should have said. */
    public synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    public synchronized int repeats() {
        return repeats;
    }
}
