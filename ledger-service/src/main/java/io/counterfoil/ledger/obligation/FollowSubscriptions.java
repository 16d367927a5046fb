package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is not served is not earned: a subscription that rests holds its obligations, one that ends terminates them. */
@ApplicationScoped
class FollowSubscriptions implements EventHandler {

    @Inject
    Obligations obligations;

    @Inject
    Books books;

    @Inject
    BusinessClock clock;

    @Override
    public Set<String> types() {
        return Set.of(SubscriptionMoved.SUSPENDED, SubscriptionMoved.RESUMED, SubscriptionMoved.CANCELLED);
    }

    @Override
    public boolean takesMixedRuns() {
        return true;
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    /** A day of dunning is one set; a second act on a promise begins another one. */
    @Override
    public void handleRun(List<Envelope> run) {
        Map<Envelope, SubscriptionMoved> told = new LinkedHashMap<>();
        run.forEach(event -> told.put(event, event.dataAs(SubscriptionMoved.class)));
        Map<String, Books.Book> known = books.of(
                told.values().stream().map(SubscriptionMoved::legalEntityId).collect(Collectors.toSet()));
        Map<String, ObligationAct> set = new LinkedHashMap<>();
        told.forEach((event, moved) -> {
            LocalDate toldOn = known.get(moved.legalEntityId()).dayOf(moved.effectiveAt());
            Map<String, ObligationAct> acts = moved.acts(event, toldOn, clock.now());
            if (!Collections.disjoint(set.keySet(), acts.keySet())) {
                obligations.act(set);
                set.clear();
            }
            set.putAll(acts);
        });
        obligations.act(set);
    }
}
