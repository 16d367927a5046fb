package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.warehouse.drift.Drifts;
import io.counterfoil.warehouse.feed.Archive;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares all the time, by the machine's clock. The archive is gone through in turns, a part each time, together with what
 * is known to have drifted; everything else is compared whole. That takes longer with every document, so it rests in
 * proportion: all together it takes at most a tenth of the time.
 */
@ApplicationScoped
class ContinuousReconciliation {

    private static final String LOOP = "reconciliation";
    private static final int AFTER_THE_FOUNDATION = 9500;
    private static final long PART = 5_000;
    private static final int RESTS_FOR_WORK = 9;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Reconcile reconcile;

    @Inject
    Archive archive;

    @Inject
    Drifts drifts;

    @Inject
    @ConfigProperty(name = "reconciliation.every")
    int everySeconds;

    private long reached;
    private long restsUntil = System.nanoTime();

    void start(@Observes @Priority(AFTER_THE_FOUNDATION) @Initialized(ApplicationScoped.class) Object started) {
        if (everySeconds > 0) {
            threads.newThread(() -> heartbeat.loop(LOOP, Duration.ofSeconds(everySeconds), this::turn))
                    .start();
        }
    }

    private boolean turn() {
        long began = System.nanoTime();
        if (began - restsUntil >= 0) {
            compare();
            long ended = System.nanoTime();
            restsUntil = ended + RESTS_FOR_WORK * (ended - began);
        }
        return false;
    }

    private void compare() {
        List<ArchiveCheck.Part> parts = nextParts();
        try {
            Correlation.within(Correlation.ofTimer(LOOP), () -> {
                reconcile.continuous(EventIds.next(), parts);
            });
        } catch (SideUnavailable notNow) {
            return; // it said so in the log; the same part is looked at next time
        }
        reached = parts.get(0).upTo();
    }

    private List<ArchiveCheck.Part> nextParts() {
        long head = archive.head();
        long after = reached >= head ? 0 : reached;
        List<ArchiveCheck.Part> parts = new ArrayList<>();
        parts.add(new ArchiveCheck.Part(after, Math.min(after + PART, head)));
        drifts.openArchivePositions().forEach(position -> parts.add(new ArchiveCheck.Part(position - 1, position)));
        return parts;
    }
}
