package io.counterfoil.suite.chaos.wire;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.ArrayList;
import java.util.List;

/** Who calls whom. */
public record Edge(Part from, Endpoint to) {

    /** Every edge of the whole. */
    public static List<Edge> all() {
        List<Edge> edges = new ArrayList<>();
        for (Part server : Part.servers()) {
            edges.add(new Edge(server, Endpoint.POSTGRES));
            edges.add(new Edge(server, Endpoint.BROKER));
            edges.add(new Edge(server, Endpoint.ISSUER));
        }
        edges.add(new Edge(Part.ORDER, Endpoint.CUSTOMER));
        edges.add(new Edge(Part.ORDER, Endpoint.SALESFORCE));
        edges.add(new Edge(Part.BILLING, Endpoint.GATEWAY));
        edges.add(new Edge(Part.WAREHOUSE, Endpoint.BILLING));
        edges.add(new Edge(Part.WAREHOUSE, Endpoint.LEDGER));
        edges.add(new Edge(Part.TWINS, Endpoint.ORDER));
        edges.add(new Edge(Part.TWINS, Endpoint.BILLING));
        return List.copyOf(edges);
    }

    @Override
    public String toString() {
        return from.label() + " to " + to.label();
    }
}
