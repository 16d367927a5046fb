package io.counterfoil.ledger.journal;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.postingrule.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Posts what billing tells: each document by the rules of its legal entity, a run of them in a few statements. */
@ApplicationScoped
class PostDocuments implements EventHandler {

    @Inject
    Books books;

    @Inject
    Rulebook rulebook;

    @Inject
    Journal journal;

    @Override
    public Set<String> types() {
        return Set.of(InvoiceIssued.TYPE, PaymentSettled.TYPE, PaymentApplied.TYPE);
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        List<Told> told = new ArrayList<>(run.size());
        for (Envelope event : run) {
            BillingDocument document = read(event);
            if (document != null) {
                told.add(new Told(event, document));
            }
        }
        Set<String> legalEntities =
                told.stream().map(each -> each.document().legalEntityId()).collect(Collectors.toSet());
        Map<String, Books.Book> known = books.of(legalEntities);
        Rulebook.Opened rules = rulebook.open(legalEntities);
        journal.post(told.stream().map(each -> each.entry(known, rules)).toList());
    }

    /** The document; null when there is nothing to post. */
    private static BillingDocument read(Envelope event) {
        return switch (event.type()) {
            case InvoiceIssued.TYPE -> event.dataAs(InvoiceIssued.class);
            case PaymentSettled.TYPE -> event.dataAs(PaymentSettled.class);
            default -> {
                PaymentApplied applied = event.dataAs(PaymentApplied.class);
                yield applied.fromUnapplied() ? applied : null;
            }
        };
    }

    private record Told(Envelope event, BillingDocument document) {
        JournalEntry entry(Map<String, Books.Book> books, Rulebook.Opened rules) {
            return document.entry(JournalEntry.Cause.of(event), books.get(document.legalEntityId()), rules);
        }
    }
}
