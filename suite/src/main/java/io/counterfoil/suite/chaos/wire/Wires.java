package io.counterfoil.suite.chaos.wire;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Ports;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The proxies of all edges. */
public final class Wires implements AutoCloseable {
    private final Map<Edge, Proxy> proxies = new LinkedHashMap<>();

    /** One on each edge; the parts need not run yet. */
    public static Wires before(Ports ports) {
        Wires wires = new Wires();
        for (Edge edge : Edge.all()) {
            wires.proxies.put(edge, Proxy.to(ports.of(edge.to())));
        }
        return wires;
    }

    /** Where each part finds the others, through us. */
    public Map<Part, Map<Endpoint, Integer>> detours() {
        Map<Part, Map<Endpoint, Integer>> detours = new EnumMap<>(Part.class);
        proxies.forEach((edge, proxy) -> detours.computeIfAbsent(edge.from(), part -> new EnumMap<>(Endpoint.class))
                .put(edge.to(), proxy.port()));
        return detours;
    }

    public void suffer(Edge edge, WireFault fault) {
        proxies.get(edge).suffer(fault);
    }

    /** Every edge is as it should be. */
    public void heal() {
        proxies.values().forEach(proxy -> {
            if (proxy.fault().kind() != WireFault.Kind.OPEN) {
                proxy.suffer(WireFault.OPEN);
            }
        });
    }

    @Override
    public void close() {
        proxies.values().forEach(Proxy::close);
    }
}
