package io.counterfoil.suite.chaos;

import io.counterfoil.suite.broker.Topology;
import io.counterfoil.suite.chaos.check.Look;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How long it takes until everything that was accepted has come to its end. */
final class Recovery {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<Part> PRODUCERS = List.of(Part.CUSTOMER, Part.ORDER, Part.BILLING, Part.LEDGER);

    private final Access access;

    Recovery(Access access) {
        this.access = access;
    }

    /** Waits until so many processes are complete, every event is sent and every queue is empty; the time that took. */
    Duration await(long orders) {
        long began = System.nanoTime();
        try (Look look = new Look(access)) {
            while (!rests(look, orders)) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException(
                            "not at rest after %d s: %s".formatted(PATIENCE.toSeconds(), state(look)));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The same; false where it takes longer than that. */
    boolean within(Duration patience, long orders) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Look look = new Look(access)) {
            while (System.nanoTime() < deadline) {
                if (rests(look, orders)) {
                    return true;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return false;
    }

    long complete() {
        try (Look look = new Look(access)) {
            return completed(look);
        }
    }

    private boolean rests(Look look, long orders) {
        try {
            return completed(look) >= orders
                    && PRODUCERS.stream().allMatch(part -> unsent(look, part) == 0)
                    && access.queues().areEmpty();
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static long completed(Look look) {
        return look.number(Part.ORDER, "select count(*) from quote_to_cash where state = 'COMPLETED'");
    }

    private static long unsent(Look look, Part part) {
        return look.number(part, "select count(*) from (select 1 from outbox_unsent limit 1) unsent");
    }

    private String state(Look look) {
        try {
            return "processes " + look.rows(Part.ORDER, "select state, count(*) as n from quote_to_cash group by 1")
                    + ", queues " + access.queues().waiting() + " of " + Topology.QUEUES.size();
        } catch (IllegalStateException away) {
            return away.getMessage();
        }
    }
}
