package io.counterfoil.suite.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Which end point listens where. */
public record Ports(Map<Endpoint, Integer> numbers) {
    /** Sets one port: {@code COUNTERFOIL_PORT_BILLING=19083}. */
    private static final String VARIABLE = "COUNTERFOIL_PORT_";

    private static final int HIGHEST = 65_535;

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The usual ports moved by an offset; a variable of the environment sets a single one. */
    public static Ports usual(int offset, Map<String, String> environment) {
        Map<Endpoint, Integer> numbers = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            String single = environment.get(VARIABLE + endpoint.name());
            int port = single == null ? endpoint.usualPort() + offset : number(endpoint, single);
            requireInRange(endpoint, port);
            numbers.put(endpoint, port);
        }
        return new Ports(numbers);
    }

    Ports with(Endpoint endpoint, int port) {
        Map<Endpoint, Integer> other = new EnumMap<>(numbers);
        other.put(endpoint, port);
        return new Ports(other);
    }

    public int of(Endpoint endpoint) {
        return numbers.get(endpoint);
    }

    public URI url(Endpoint endpoint) {
        return URI.create("http://localhost:" + of(endpoint));
    }

    /** Refuses in one line when somebody else listens where a part of ours wants to. */
    void requireFree() {
        numbers.forEach((endpoint, port) -> {
            if (isTaken(port)) {
                throw new CannotStart(
                        CannotStart.PORT_TAKEN,
                        "port %d, wanted for %s, is taken by another program: stop that one, or choose others with "
                                        .formatted(port, endpoint.label())
                                + "--port-offset N or " + VARIABLE + endpoint.name() + "=N");
            }
        });
    }

    private static void requireInRange(Endpoint endpoint, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new CannotStart(
                    CannotStart.USAGE,
                    "port %d for %s is out of range: --port-offset may be %d at most, or set %s%s to a port from 1 to %d"
                            .formatted(
                                    port,
                                    endpoint.label(),
                                    HIGHEST - Endpoint.BROKER.usualPort(),
                                    VARIABLE,
                                    endpoint.name(),
                                    HIGHEST));
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket loopback = new ServerSocket();
                ServerSocket everywhere = new ServerSocket()) {
            loopback.setReuseAddress(true);
            loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            loopback.close();
            everywhere.setReuseAddress(true);
            everywhere.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int number(Endpoint endpoint, String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new CannotStart(CannotStart.USAGE, VARIABLE + endpoint.name() + " is no port: " + text);
        }
    }
}
