package io.counterfoil.billing.invoice;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** What settled the invoices: appended, never changed. */
@Dependent
class SettlementRows {

    private final Database database;

    @Inject
    SettlementRows(Database database) {
        this.database = database;
    }

    void addAll(List<Settlement> settlements) {
        database.batch(
                """
                insert into invoice_settlement (settlement_id, invoice_id, kind, amount_minor, source_id, effective_date,
                    effective_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                settlements.stream()
                        .map(s -> new Object[] {
                            s.settlementId(),
                            s.invoiceId(),
                            s.kind(),
                            s.amount().minor(),
                            s.sourceId(),
                            s.effectiveDate(),
                            s.effectiveAt()
                        })
                        .toList());
    }

    /** What settled an invoice, in the order of time. */
    List<Settlement> of(Invoice invoice) {
        return database.query(
                        "select * from invoice_settlement where invoice_id = ? order by effective_at, settlement_id",
                        invoice.invoiceId())
                .list(row -> new Settlement(
                        row.uuid("settlement_id"),
                        row.uuid("invoice_id"),
                        Settlement.Kind.valueOf(row.text("kind")),
                        Money.ofMinor(row.longValue("amount_minor"), invoice.currency()),
                        row.uuid("source_id"),
                        row.date("effective_date"),
                        row.instant("effective_at")));
    }
}
