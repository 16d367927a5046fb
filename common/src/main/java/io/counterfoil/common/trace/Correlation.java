package io.counterfoil.common.trace;

import io.counterfoil.common.event.EventIds;
import java.util.function.Supplier;

/**
 * Which business transaction the running thread works for, what led here, and who caused it.
 *
 * <p>Bound to the thread by the doors (HTTP filter, inbox, step worker, timer) and put on every event, problem and log
 * line.
 *
 * @param correlationId the business transaction; never changes across systems
 * @param causationId the event or command that led here; null at the beginning
 * @param actor the {@code sub} of the person or service that caused it
 */
public record Correlation(String correlationId, String causationId, String actor) {

    private static final String TIMER = "timer:";
    private static final ThreadLocal<Correlation> CURRENT = new ThreadLocal<>();

    /** What the thread is bound to, or a new business transaction of the system itself where nothing is bound. */
    public static Correlation current() {
        Correlation bound = CURRENT.get();
        return bound != null ? bound : fresh("system");
    }

    public static boolean isBound() {
        return CURRENT.get() != null;
    }

    /** A new business transaction, caused by the actor. */
    public static Correlation fresh(String actor) {
        return new Correlation(EventIds.next().toString(), null, actor);
    }

    /** A new business transaction that a timer begins, under its name. */
    public static Correlation ofTimer(String name) {
        return fresh(TIMER + name);
    }

    /** Whether nobody but a timer caused this. */
    public boolean isOfTimer() {
        return actor.startsWith(TIMER);
    }

    /** The same business transaction; another one acts. */
    public Correlation by(String otherActor) {
        return new Correlation(correlationId, causationId, otherActor);
    }

    /** The same cause and actor, for another business transaction: used when a payment or renewal is matched to it. */
    public Correlation continuing(String otherCorrelationId) {
        return new Correlation(otherCorrelationId, causationId, actor);
    }

    public static void within(Correlation correlation, Runnable work) {
        within(correlation, () -> {
            work.run();
            return null;
        });
    }

    /** Does the work bound to the correlation, and restores what was bound before. */
    public static <T> T within(Correlation correlation, Supplier<T> work) {
        Correlation before = CURRENT.get();
        CURRENT.set(correlation);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** For doors whose beginning and end are separate calls (HTTP filters); null unbinds. */
    public static void restore(Correlation correlation) {
        if (correlation == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(correlation);
        }
    }
}
