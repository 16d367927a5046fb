package io.counterfoil.suite.chaos.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One connection through a proxy, both ways. */
final class Wire {
    private static final int PIECE = 16 << 10;

    private final Proxy proxy;
    private final Socket caller;
    private final Socket called;
    private final Consumer<Wire> ended;
    private final AtomicLong passed = new AtomicLong();

    Wire(Proxy proxy, Socket caller, Socket called, Consumer<Wire> ended) throws IOException {
        this.proxy = proxy;
        this.caller = caller;
        this.called = called;
        this.ended = ended;
        caller.setTcpNoDelay(true);
        called.setTcpNoDelay(true);
    }

    void there() {
        pass(caller, called);
    }

    void back() {
        pass(called, caller);
    }

    /** Ends both sides at once, so that each sees a reset and nobody an orderly end. */
    void reset() {
        reset(caller);
        reset(called);
        ended.accept(this);
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            return; // it is what was wanted
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                int allowed = suffered(length);
                out.write(piece, 0, allowed);
                if (allowed < length && proxy.fault().kind() == WireFault.Kind.CUT) {
                    reset();
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException end) {
            reset();
        }
    }

    /** How many of the bytes get through, after the time that it takes them. */
    private int suffered(int length) {
        WireFault fault = proxy.fault();
        switch (fault.kind()) {
            case DELAY:
                LockSupport.parkNanos(fault.number() * 1_000_000);
                return length;
            case BLACK_HOLE:
                return 0;
            case CUT:
                long before = passed.getAndAdd(length);
                return (int) Math.max(0, Math.min(length, fault.number() - before));
            default:
                return length;
        }
    }
}
