package io.counterfoil.suite.stack;

import static io.counterfoil.suite.stack.Endpoint.GATEWAY;
import static io.counterfoil.suite.stack.Endpoint.INBOX;
import static io.counterfoil.suite.stack.Endpoint.PLATFORM;
import static io.counterfoil.suite.stack.Endpoint.SALESFORCE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a stack, in the order in which they start. */
public enum Part {
    POSTGRES("postgres", Endpoint.POSTGRES),
    BROKER("broker", Endpoint.BROKER),
    ISSUER("issuer", Endpoint.ISSUER),
    TWINS("twins", SALESFORCE, GATEWAY, INBOX, PLATFORM),
    CUSTOMER("customer-service", Endpoint.CUSTOMER),
    ORDER("order-service", Endpoint.ORDER),
    BILLING("billing-service", Endpoint.BILLING),
    LEDGER("ledger-service", Endpoint.LEDGER),
    WAREHOUSE("warehouse-feed", Endpoint.WAREHOUSE);

    private final String label;
    private final List<Endpoint> endpoints;

    Part(String label, Endpoint... endpoints) {
        this.label = label;
        this.endpoints = List.of(endpoints);
    }

    /** The five servers of Counterfoil itself. */
    public static List<Part> servers() {
        return Stream.of(values()).filter(Part::isServer).toList();
    }

    public static Optional<Part> named(String label) {
        return Stream.of(values()).filter(p -> p.label.equals(label)).findFirst();
    }

    public boolean isServer() {
        return compareTo(CUSTOMER) >= 0;
    }

    public String label() {
        return label;
    }

    public List<Endpoint> endpoints() {
        return endpoints;
    }

    public Endpoint endpoint() {
        return endpoints.get(0);
    }

    /** The server's database, which is also its user there. */
    public String database() {
        return switch (this) {
            case CUSTOMER -> "customer";
            case ORDER -> "orders";
            case BILLING -> "billing";
            case LEDGER -> "ledger";
            case WAREHOUSE -> "warehouse";
            default -> throw new IllegalArgumentException(label + " has no database");
        };
    }
}
