package io.counterfoil.ledger.receivable;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.accrual.Accruals;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the sub-ledger: what is owed by invoice, what came in, what settled what. */
@ApplicationScoped
class KeepOpenItems implements EventHandler {

    @Inject
    OpenItems items;

    @Inject
    Accruals accruals;

    @Inject
    Books books;

    @Inject
    BusinessClock clock;

    @Override
    public Set<String> types() {
        return Set.of(InvoiceIssued.TYPE, PaymentSettled.TYPE, PaymentApplied.TYPE);
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
        OpenItems.Rows rows = new OpenItems.Rows(clock.now());
        Map<Envelope, InvoiceIssued> invoices = new LinkedHashMap<>();
        run.forEach(event -> collect(event, rows, invoices));
        Map<UUID, LocalDate> invoiced = new HashMap<>();
        invoices.values().forEach(invoice -> invoice.accruals().forEach(id -> invoiced.put(id, invoice.issueDate())));
        accruals.accrueBefore(invoiced);
        Map<UUID, Money> accrued = items.accrued(invoiced.keySet());
        invoices.forEach((event, invoice) -> rows.others(event, invoice, accrued));
        books.of(rows.legalEntityIds());
        items.add(rows);
    }

    private void collect(Envelope event, OpenItems.Rows rows, Map<Envelope, InvoiceIssued> invoices) {
        switch (event.type()) {
            case InvoiceIssued.TYPE -> {
                InvoiceIssued invoice = InvoiceIssued.of(event);
                invoices.put(event, invoice);
                rows.invoice(event, invoice);
            }
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
