package io.counterfoil.ledger.receivable;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Keeps the sub-ledger: what is owed by invoice, what came in, what settled what. */
@ApplicationScoped
class KeepOpenItems implements EventHandler {

    @Inject
    OpenItems items;

    @Inject
    Books books;

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
        OpenItems.Rows rows = new OpenItems.Rows();
        run.forEach(event -> collect(event, rows));
        books.of(rows.legalEntityIds());
        items.add(rows);
    }

    private void collect(Envelope event, OpenItems.Rows rows) {
        switch (event.type()) {
            case InvoiceIssued.TYPE -> rows.invoice(event, event.dataAs(InvoiceIssued.class));
            case PaymentSettled.TYPE -> rows.payment(event, event.dataAs(PaymentSettled.class));
            default -> {
                PaymentApplied applied = event.dataAs(PaymentApplied.class);
                if (applied.fromUnapplied()) {
                    rows.application(event, applied, day(applied));
                }
            }
        }
    }

    private LocalDate day(PaymentApplied applied) {
        return applied.effectiveDate() == null
                ? books.of(applied.legalEntityId()).dayOf(applied.effectiveAt())
                : applied.effectiveDate();
    }
}
