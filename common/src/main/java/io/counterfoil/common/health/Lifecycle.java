package io.counterfoil.common.health;

import io.counterfoil.common.event.OutboxRelay;
import io.counterfoil.common.http.Answers;
import io.counterfoil.common.step.StepWorker;
import io.counterfoil.common.time.DueWorkTimer;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the loops when everything else is there, each on a thread of its own: in the server's pool they would hold the
 * few threads that requests, and the server's own start, are waiting for. Reactive Messaging connects its channels before
 * the migrations have run, so consumers wait here until the application is ready.
 */
@ApplicationScoped
public class Lifecycle {

    private static final int LAST = 9000;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OutboxRelay relay;

    @Inject
    StepWorker steps;

    @Inject
    DueWorkTimer timer;

    @Inject
    Answers answers;

    @Inject
    Heartbeat heartbeat;

    private final CountDownLatch ready = new CountDownLatch(1);

    void start(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object started) {
        ready.countDown();
        start(relay::loop);
        start(timer::loop);
        start(() -> heartbeat.loop("housekeeping", Duration.ofMinutes(1), () -> answers.forgetOld() < 0));
        for (int i = 0; i < steps.threads(); i++) {
            String name = "steps-" + i;
            start(() -> steps.loop(name));
        }
    }

    private void start(Runnable loop) {
        threads.newThread(loop).start();
    }

    /** Blocks until the migrations have run and the application accepts work. */
    public void awaitReady() throws InterruptedException {
        ready.await();
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }
}
