package io.counterfoil.billing.reconciliation;

import io.counterfoil.billing.reconciliation.ReconciliationJson.Document;
import io.counterfoil.billing.reconciliation.ReconciliationJson.Total;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents as of a position of the event history: the amounts are those of the documents' own tables, never those of a
 * kept event, so that a row that was tampered with shows; the outbox says only which position each belongs to.
 */
@Dependent
class Documents {

    /** Every document with the event that carries it to the ledger; a chargeback that was won is worth nothing in the end. */
    private static final String ALL =
            """
            with document as (
              select 'INVOICE' as kind, invoice_id as document_id, invoice_number as document_number, legal_entity_id,
                     currency, payable_minor as minor, issue_date as day, customer_id, issued_event_id as event_id
                from invoice
              union all
              select 'PAYMENT', payment_id, payment_id::text, legal_entity_id, currency, amount_minor, value_date,
                     customer_id, event_id
                from payment where state not in ('PENDING', 'FAILED', 'UNKNOWN')
              union all
              select 'APPLICATION', application_id, application_id::text, p.legal_entity_id, p.currency, a.amount_minor,
                     a.effective_date, p.customer_id, a.event_id
                from payment_application a join payment p using (payment_id) where not a.recovers
              union all
              select 'CREDIT_MEMO', credit_memo_id, credit_memo_number, legal_entity_id, currency, total_minor, issue_date,
                     customer_id, issued_event_id
                from credit_memo where credit_memo_number is not null
              union all
              select 'REFUND', refund_id, refund_id::text, legal_entity_id, currency, amount_minor, value_date, customer_id,
                     event_id
                from refund where state = 'PAID'
              union all
              select 'VOID', credit_memo_id, credit_memo_number, legal_entity_id, currency, -total_minor, voided_on,
                     customer_id, voided_event_id
                from credit_memo where voided_event_id is not null
              union all
              select 'VOID', i.invoice_id, i.invoice_number, i.legal_entity_id, i.currency, i.payable_minor + i.prepaid_minor,
                     o.occurred_at::date, i.customer_id, o.event_id
                from invoice i join outbox o
                  on o.subject = i.invoice_id::text and o.type = 'io.counterfoil.billing.invoice.voided.v1'
               where i.state = 'VOID'
              union all
              select 'WRITE_OFF', w.invoice_id, i.invoice_number, w.legal_entity_id, w.currency, w.amount_minor,
                     w.decided_at::date, w.customer_id, w.event_id
                from write_off w join invoice i using (invoice_id) where w.state = 'APPROVED'
              union all
              select 'CHARGEBACK', dispute_id, dispute_id::text, legal_entity_id, currency, amount_minor, opened_on,
                     customer_id, opened_event_id
                from chargeback
              union all
              select 'CHARGEBACK', dispute_id, dispute_id::text, legal_entity_id, currency, -amount_minor, opened_on,
                     customer_id, closed_event_id
                from chargeback where state = 'WON'
            ), placed as (
              select kind, document_id, document_number, legal_entity_id, currency, sum(minor)::bigint as minor, min(day) as day,
                     customer_id, max(o.position) as position
                from document d join outbox o on o.event_id = d.event_id
               where o.position is not null and o.position <= ?
               group by kind, document_id, document_number, legal_entity_id, currency, customer_id
            )
            """;

    private final Database database;

    @Inject
    Documents(Database database) {
        this.database = database;
    }

    /** The last position that was given out; 0 before the first. */
    long lastPosition() {
        return database.query("select coalesce(max(position), 0) as last from outbox")
                .one(row -> row.longValue("last"))
                .orElse(0L);
    }

    /** All buckets from one look at the documents: each bucket's lie together, in the order of their numbers. */
    List<Total> totals(long position) {
        List<Bucket> buckets = new ArrayList<>();
        database.query(
                        ALL
                                + """
                                select kind, legal_entity_id, currency, document_number, minor from placed
                                 order by kind, legal_entity_id, currency, document_number collate "C"
                                """,
                        position)
                .list(row -> {
                    DocumentKind kind = DocumentKind.valueOf(row.text("kind"));
                    String entity = row.text("legal_entity_id");
                    Money amount = row.money("minor", "currency");
                    Bucket last = buckets.isEmpty() ? null : buckets.get(buckets.size() - 1);
                    if (last == null || !last.holds(kind, entity, amount.currency())) {
                        last = new Bucket(kind, entity, amount.currency());
                        buckets.add(last);
                    }
                    last.add(row.text("document_number"), amount);
                    return null;
                });
        return buckets.stream().map(Bucket::total).toList();
    }

    /** A page of the documents of one bucket, in the order of their numbers. */
    List<Document> page(long position, DocumentFilter filter, String after, int limit) {
        return database.query(
                        ALL
                                + """
                                select * from placed
                                 where kind = ? and (?::text is null or legal_entity_id = ?)
                                   and (?::text is null or currency = ?)
                                   and (?::text is null or document_number collate "C" > ?)
                                 order by document_number collate "C" limit ?
                                """,
                        position,
                        filter.kind(),
                        filter.legalEntityId(),
                        filter.legalEntityId(),
                        filter.currency(),
                        filter.currency(),
                        after,
                        after,
                        limit)
                .list(Documents::document);
    }

    private static Document document(Row row) {
        return new Document(
                DocumentKind.valueOf(row.text("kind")),
                row.uuid("document_id"),
                row.text("document_number"),
                row.text("legal_entity_id"),
                row.text("currency"),
                row.money("minor", "currency"),
                row.date("day"),
                row.uuid("customer_id"),
                row.longValue("position"));
    }
}
