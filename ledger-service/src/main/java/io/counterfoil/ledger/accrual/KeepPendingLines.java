package io.counterfoil.ledger.accrual;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps what waits for the next invoice of a subscription; each change tells all of it, so what it leaves out is gone. Changes of many
 * subscriptions by one actor are one set, such as a day of dunning; a second change of one of them begins another one.
 */
@ApplicationScoped
class KeepPendingLines implements EventHandler {

    private static final String BILLING = "io.counterfoil.billing.subscription.";

    @Inject
    PendingLines lines;

    @Inject
    Accruals accruals;

    @Inject
    Books books;

    @Override
    public Set<String> types() {
        return Set.of(
                BILLING + "amended.v1",
                BILLING + "suspended.v1",
                BILLING + "resumed.v1",
                BILLING + "cancelled.v1",
                BILLING + "reckoned.v1");
    }

    @Override
    public boolean takesMixedRuns() {
        return true;
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        Map<UUID, ToldChange> set = new LinkedHashMap<>();
        String actor = null;
        for (ToldChange told : read(run)) {
            String by = told.event().actor();
            if (set.containsKey(told.changed().subscriptionId()) || !set.isEmpty() && !Objects.equals(by, actor)) {
                keep(set, actor);
                set.clear();
            }
            actor = by;
            set.put(told.changed().subscriptionId(), told);
        }
        keep(set, actor);
    }

    private List<ToldChange> read(List<Envelope> run) {
        Map<Envelope, SubscriptionChanged> changes = new LinkedHashMap<>();
        run.forEach(event -> changes.put(event, event.dataAs(SubscriptionChanged.class)));
        Map<String, Books.Book> known = books.of(changes.values().stream()
                .map(SubscriptionChanged::legalEntityId)
                .collect(Collectors.toSet()));
        List<ToldChange> told = new ArrayList<>();
        changes.forEach((event, changed) -> told.add(new ToldChange(
                event, changed, known.get(changed.legalEntityId()).dayOf(changed.effectiveAt()))));
        return told;
    }

    private void keep(Map<UUID, ToldChange> set, String actor) {
        Map<UUID, ToldChange> fresh = new LinkedHashMap<>(set);
        fresh.keySet().removeAll(lines.outdated(set));
        if (!fresh.isEmpty()) {
            Correlation.within(Correlation.current().by(actor), () -> keep(fresh));
        }
    }

    private void keep(Map<UUID, ToldChange> told) {
        Map<PendingLine, LocalDate> takenBack = new LinkedHashMap<>();
        Map<UUID, LocalDate> gone = new HashMap<>();
        lines.lockTold(told).forEach((subscriptionId, waiting) -> {
            ToldChange now = told.get(subscriptionId);
            for (PendingLine line : waiting) {
                if (now.leavesOut(line)) {
                    gone.put(line.itemId(), now.day());
                    takenBack.put(line, now.day());
                } else if (now.differs(line)) {
                    takenBack.put(line, now.day());
                }
            }
        });
        accruals.takeBack(takenBack);
        lines.dropped(gone);
        lines.tell(told.values());
    }
}
