package io.counterfoil.billing.billingrun;

import io.counterfoil.common.event.Precedence;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.trace.Correlation;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Several threads for one billing run: while one waits for the database, the next one composes. */
@ApplicationScoped
class RunWorkers {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Precedence precedence;

    @Inject
    Heartbeat heartbeat;

    @Inject
    @ConfigProperty(name = "billing.run.workers", defaultValue = "3")
    int workers;

    /** Repeats the turn in each thread until it says that nothing is left; returns when all have ended. Events may wait for it. */
    void together(String actor, BooleanSupplier turn) {
        precedence.during(() -> atOnce(actor, turn));
    }

    private void atOnce(String actor, BooleanSupplier turn) {
        Runnable progress = heartbeat.progress();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            running.add(CompletableFuture.runAsync(() -> repeat(actor, turn, progress), work -> threads.newThread(work)
                    .start()));
        }
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static void repeat(String actor, BooleanSupplier turn, Runnable progress) {
        Correlation.within(Correlation.fresh(actor), () -> {
            while (turn.getAsBoolean()) {
                progress.run();
            }
        });
    }
}
