package io.counterfoil.common.step;

import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.common.trouble.Troubles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does the due steps: claims one, or a set of one kind, in a transaction, calls its handler outside any, keeps the outcome in
 * another.
 *
 * <p>A step that keeps failing is tried again with growing pauses; after {@value #MOST_ATTEMPTS} attempts it becomes an
 * exception of class DOWNSTREAM_DOWN, so that somebody sees it.
 */
@ApplicationScoped
public class StepWorker {

    static final String ORIGIN = "step:";
    private static final Logger LOG = Logger.getLogger(StepWorker.class.getName());
    private static final int MOST_ATTEMPTS = 20;

    /** The worker that does what is unhurried, beside all else; it is always there. */
    private static final String PATIENT = "steps-0";

    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    @Inject
    Steps steps;

    @Inject
    Transactions transactions;

    @Inject
    Troubles troubles;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Metrics metrics;

    @Inject
    @Any
    Instance<StepHandler> handlers;

    @Inject
    @ConfigProperty(name = "step.threads", defaultValue = "4")
    int threads;

    private final ReentrantLock claiming = new ReentrantLock();

    /** Made once for each worker: a handler with all that it needs is dearer than many a step. */
    private final ThreadLocal<List<StepHandler>> handlersOfThread =
            ThreadLocal.withInitial(() -> handlers.stream().toList());

    /** How many workers run; none where the service has no handlers. */
    public int threads() {
        return handlers.isUnsatisfied() ? 0 : threads;
    }

    /** Runs for the life of the application; started by the lifecycle. */
    public void loop(String name) {
        heartbeat.loop(name, Duration.ofSeconds(1), () -> workOnce(name));
    }

    void wake(@Observes Steps.StepsScheduled scheduled) {
        for (int i = 0; i < threads; i++) {
            heartbeat.wake("steps-" + i);
        }
    }

    private boolean workOnce(String name) {
        List<Step> claimed = claim(name.equals(PATIENT) ? Set.of() : unhurried());
        if (claimed.size() == 1) {
            claimed.get(0).within(() -> attempt(claimed.get(0)));
        } else if (!claimed.isEmpty()) {
            attemptAll(claimed.get(0).kind(), claimed);
        }
        return !claimed.isEmpty();
    }

    /** One worker after the other: those who claim at the same moment would tear a set apart. */
    private List<Step> claim(Set<String> not) {
        claiming.lock();
        try {
            return transactions.fresh(() -> steps.claim(this::most, not));
        } finally {
            claiming.unlock();
        }
    }

    private Set<String> unhurried() {
        return handlersOfThread.get().stream()
                .filter(StepHandler::isUnhurried)
                .map(StepHandler::kind)
                .collect(Collectors.toSet());
    }

    private int most(String kind) {
        return handlersOfThread.get().stream()
                .filter(handler -> handler.kind().equals(kind))
                .mapToInt(StepHandler::most)
                .findFirst()
                .orElse(1);
    }

    /** What can't be done together is tried again one by one: there it is refused, or repeated, by itself. */
    private void attemptAll(String kind, List<Step> set) {
        StepHandler handler = handler(kind);
        try {
            Supplier<Set<UUID>> inTransaction = handler.runAll(set);
            transactions.fresh(() -> {
                steps.done(set); // first: it locks the rows and refuses attempts that outlived their lease
                Gathering.within(() -> steps.alone(inTransaction.get()));
            });
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, failure, () -> set.size() + " steps " + kind + " failed together, one by one now");
            metrics.count("counterfoil_steps_parted_total", "kind", kind, set.size());
            transactions.fresh(() -> steps.alone(set, failure.toString(), jittered(1)));
        }
    }

    private void attempt(Step step) {
        StepHandler handler = handler(step.kind());
        try {
            StepOutcome outcome = handler.run(step);
            if (outcome instanceof StepOutcome.Done done) {
                transactions.fresh(() -> {
                    steps.done(step); // first: it locks the row and refuses an attempt that outlived its lease
                    done.inTransaction().run();
                });
            } else if (outcome instanceof StepOutcome.Again again) {
                again(step, handler, again.reason());
            }
        } catch (Steps.TakenOver late) {
            metrics.count("counterfoil_steps_overtaken_total", "kind", step.kind(), 1);
        } catch (Refusal refusal) {
            park(step, handler, refusal);
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, failure, () -> "step " + step.kind() + " of " + step.subject() + " failed");
            again(step, handler, failure.toString());
        }
    }

    private void again(Step step, StepHandler handler, String reason) {
        int tries = (step.attempts() - 1) % MOST_ATTEMPTS + 1; // a replay begins a new round
        if (tries == MOST_ATTEMPTS) {
            park(step, handler, new StepKeepsFailing(step, reason));
            return;
        }
        transactions.fresh(() -> steps.retry(step, reason, jittered(tries)));
    }

    private static Duration jittered(int tries) {
        long pause = Math.min(200L << Math.min(tries, 10), LONGEST_PAUSE_MILLIS);
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2));
    }

    private void park(Step step, StepHandler handler, Refusal refusal) {
        LOG.warning(() -> "parked: step " + step.kind() + " of " + step.subject() + ": " + refusal.code());
        transactions.fresh(() -> {
            steps.park(step, refusal.getMessage());
            UUID exception = troubles.park(Parked.of(
                    ORIGIN + step.kind(),
                    step.subject(),
                    refusal,
                    "application/json",
                    step.payload().getBytes(StandardCharsets.UTF_8),
                    step.id().toString()));
            handler.parked(step, refusal, exception);
        });
    }

    private StepHandler handler(String kind) {
        return handlersOfThread.get().stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler for steps of kind " + kind));
    }

    /** The other system has not answered for so long that a person should look. */
    static final class StepKeepsFailing extends Refusal {
        StepKeepsFailing(Step step, String reason) {
            super(
                    503,
                    TroubleClass.DOWNSTREAM_DOWN,
                    "Step '" + step.kind() + "' failed " + step.attempts() + " times, last: " + reason,
                    "See that the other system answers again, then replay.");
        }
    }
}
