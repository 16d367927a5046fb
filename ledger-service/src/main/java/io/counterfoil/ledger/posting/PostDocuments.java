package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.revenue.UnknownInvoiceLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Posts what billing tells: each document by the rules of its legal entity, a run of them in a few statements. A document
 * that looks back begins a new set when the one before concerns the same invoice.
 */
@ApplicationScoped
class PostDocuments implements EventHandler {

    @Inject
    Books books;

    @Inject
    Rulebook rulebook;

    @Inject
    Journal journal;

    @Inject
    Lookback lookback;

    @Inject
    Waiting waiting;

    @Inject
    GiveUpDocuments giveUp;

    @Override
    public Set<String> types() {
        return Documents.TYPES;
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
        List<Told> told = new ArrayList<>(run.size());
        for (Envelope event : run) {
            BillingDocument document = Documents.read(event);
            if (document != null) {
                told.add(new Told(event, document));
            }
        }
        Set<String> legalEntities =
                told.stream().map(each -> each.document().legalEntityId()).collect(Collectors.toSet());
        Map<String, Books.Book> known = books.of(legalEntities);
        Rulebook.Opened rules = rulebook.open(legalEntities);
        sets(told, known, rules).forEach(set -> post(set, known, rules));
    }

    /** What comes too early is tried again by itself. */
    @Override
    public void parked(Envelope event, Refusal reason) {
        if (reason instanceof UnknownInvoiceLine unknown) {
            unknown.lineIds().forEach(line -> waiting.keep(event.id(), line, Waiting.LINE));
        } else if (reason instanceof ComesBeforeItsCause early) {
            early.awaited().forEach((document, purpose) -> waiting.keep(event.id(), document, purpose));
        } else if (reason instanceof TakesBackUnposted nothing) {
            giveUp.passedOver(event, nothing);
        }
    }

    @Override
    public void refusedAgain(Envelope event, Refusal reason) {
        parked(event, reason);
    }

    @Override
    public void waived(Envelope event, Trouble trouble) {
        giveUp.givenUp(event, trouble);
    }

    private void post(List<Told> set, Map<String, Books.Book> known, Rulebook.Opened rules) {
        Lookback.Questions questions = new Lookback.Questions();
        for (Told each : set) {
            each.document().ask(questions, each.ground(known, rules, null));
        }
        Lookback.Answers past = lookback.answer(questions);
        List<JournalEntry> entries = set.stream()
                .map(each -> each.document().entry(each.ground(known, rules, past)))
                .filter(Objects::nonNull)
                .toList();
        journal.post(entries);
    }

    private static List<List<Told>> sets(List<Told> told, Map<String, Books.Book> known, Rulebook.Opened rules) {
        List<List<Told>> sets = new ArrayList<>();
        Set<UUID> concerned = new HashSet<>();
        List<Told> set = new ArrayList<>();
        for (Told each : told) {
            if (each.document().looksBack(each.ground(known, rules, null))
                    && !Collections.disjoint(concerned, each.document().concerns())) {
                sets.add(set);
                set = new ArrayList<>();
                concerned.clear();
            }
            set.add(each);
            concerned.addAll(each.document().concerns());
        }
        sets.add(set);
        return sets;
    }

    private record Told(Envelope event, BillingDocument document) {

        Ground ground(Map<String, Books.Book> books, Rulebook.Opened rules, Lookback.Answers past) {
            return new Ground(JournalEntry.Cause.of(event), books.get(document.legalEntityId()), rules, past);
        }
    }
}
