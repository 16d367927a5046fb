package io.counterfoil.suite.broker;

import java.util.Map;
import java.util.TreeMap;

/** The durable queues of the services with the address that each hangs on, as {@code broker.xml} declares them. */
public final class Topology {
    public static final Map<String, String> QUEUES = queues(
            "customer.order-events",
            "customer.billing-events",
            "customer.ledger-events",
            "order.billing-events",
            "order.ledger-events",
            "order.customer-events",
            "billing.order-events",
            "billing.ledger-events",
            "ledger.order-events",
            "ledger.billing-events",
            "warehouse.customer-events",
            "warehouse.order-events",
            "warehouse.billing-events",
            "warehouse.ledger-events");

    private Topology() {}

    private static Map<String, String> queues(String... names) {
        Map<String, String> queues = new TreeMap<>();
        for (String name : names) {
            String producer = name.substring(name.indexOf('.') + 1, name.lastIndexOf('-'));
            queues.put(name, producer + ".events");
        }
        return Map.copyOf(queues);
    }
}
