package io.counterfoil.suite.twin.gateway;

import java.util.concurrent.atomic.AtomicInteger;

/** What is wrong with the next calls that take money; each fault is used up by its calls. */
final class ChargeFaults {

    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger unreadable = new AtomicInteger();

    void suffer(GatewayFaults next) {
        silent.set(next.silentCharges());
        busy.set(next.busy());
        broken.set(next.broken());
        unreadable.set(next.unreadable());
    }

    /** Fails the call before anything was done. */
    void strike() {
        if (used(busy)) {
            throw new StripeError(429, "rate_limit", "Too many requests hit the API too quickly.", null);
        }
        if (used(broken)) {
            throw broken();
        }
    }

    /** Fails a list. */
    void strikeList() {
        if (used(unreadable)) {
            throw broken();
        }
    }

    private static StripeError broken() {
        return new StripeError(500, null, "An unknown error occurred.", null);
    }

    /** True when what was done is not answered. */
    boolean swallowsAnswer() {
        return used(silent);
    }

    private static boolean used(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
