package io.counterfoil.suite.chaos.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One edge's proxy: listens on a port of its own, passes on to the target, and does what it is told to suffer. */
final class Proxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(Proxy::thread);
    private volatile WireFault fault = WireFault.OPEN;

    private Proxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Proxy to(int target) {
        try {
            Proxy proxy = new Proxy(new ServerSocket(0, 200, InetAddress.getByName("localhost")), target);
            proxy.threads.execute(proxy::listen);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a proxy: " + e.getMessage(), e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    WireFault fault() {
        return fault;
    }

    /** From now on; what a black hole has swallowed bytes of can't go on when it ends. */
    void suffer(WireFault next) {
        boolean swallowed = fault.kind() == WireFault.Kind.BLACK_HOLE;
        fault = next.kind() == WireFault.Kind.RESET ? WireFault.OPEN : next;
        boolean ends = next.kind() == WireFault.Kind.RESET || next.kind() == WireFault.Kind.DOWN || swallowed;
        if (ends) {
            wires.forEach(Wire::reset);
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closedOrRefused) {
                // The target refuses: the caller has seen its connection end, which is what it would have seen without
                // us.
                continue;
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        if (fault.kind() == WireFault.Kind.DOWN) {
            Wire.reset(caller);
            return;
        }
        try {
            Socket called = new Socket(InetAddress.getByName("localhost"), target);
            Wire wire = new Wire(this, caller, called, wires::remove);
            wires.add(wire);
            threads.execute(wire::there);
            threads.execute(wire::back);
        } catch (IOException refused) {
            Wire.reset(caller);
            throw refused;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            wires.forEach(Wire::reset);
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "wire", 128 << 10);
        thread.setDaemon(true);
        return thread;
    }
}
