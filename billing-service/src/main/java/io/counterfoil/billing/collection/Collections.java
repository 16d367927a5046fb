package io.counterfoil.billing.collection;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which invoices are to be collected, and when next. */
@Dependent
class Collections {

    private final Database database;

    @Inject
    Collections(Database database) {
        this.database = database;
    }

    /** An invoice that is to be collected; nextOn null: only when somebody says so. */
    record Planned(Invoice invoice, LocalDate nextOn) {}

    /** Plans invoices; one that is planned already is planned anew. */
    void plan(List<Planned> planned) {
        database.batch(
                """
                insert into collection (invoice_id, legal_entity_id, customer_id, next_on) values (?, ?, ?, ?)
                on conflict (invoice_id) do update set next_on = excluded.next_on
                """,
                planned.stream()
                        .map(one -> new Object[] {
                            one.invoice().invoiceId(),
                            one.invoice().legalEntityId(),
                            one.invoice().customerId(),
                            one.nextOn()
                        })
                        .toList());
    }

    /** What of a customer is open and not being collected at the moment. */
    List<UUID> open(UUID customerId) {
        return database.query(
                        """
                        select invoice_id from invoice i
                         where customer_id = ? and open_minor > 0
                           and not exists (select 1 from payment_attempt a where a.invoice_id = i.invoice_id
                                              and a.state in ('CREATED', 'PENDING', 'UNKNOWN'))
                         order by due_date, invoice_id
                        """,
                        customerId)
                .list(row -> row.uuid("invoice_id"));
    }

    /** Claims invoices of an entity whose day has come; they are planned no more until somebody plans them. */
    List<UUID> claim(String legalEntityId, LocalDate day, int limit) {
        return database.query(
                        """
                        update collection set next_on = null
                         where invoice_id in (select invoice_id from collection where legal_entity_id = ? and next_on <= ?
                                               order by next_on, invoice_id limit ? for update skip locked)
                        returning invoice_id
                        """,
                        legalEntityId,
                        day,
                        limit)
                .list(row -> row.uuid("invoice_id"));
    }

    /** The number of the next attempt, which is counted. */
    int next(Invoice invoice) {
        return database.query(
                        """
                        insert into collection (invoice_id, legal_entity_id, customer_id, tries) values (?, ?, ?, 1)
                        on conflict (invoice_id) do update set tries = collection.tries + 1, next_on = null
                        returning tries
                        """,
                        invoice.invoiceId(),
                        invoice.legalEntityId(),
                        invoice.customerId())
                .one(row -> row.intValue("tries"))
                .orElseThrow();
    }

    void again(UUID invoiceId, LocalDate day) {
        database.update("update collection set next_on = ? where invoice_id = ?", day, invoiceId);
    }

    /** The day on which an invoice is collected next; null when none is planned. */
    LocalDate nextOn(UUID invoiceId) {
        List<LocalDate> days = database.query(
                        "select next_on from collection where invoice_id = ? and next_on is not null", invoiceId)
                .list(row -> row.date("next_on"));
        return days.isEmpty() ? null : days.get(0);
    }

    /** The first day on which something is collected, by entity. */
    Map<String, LocalDate> nextDays() {
        return database
                .query(
                        """
                        select legal_entity_id, min(next_on) as next_on from collection
                         where next_on is not null group by legal_entity_id
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("next_on")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
