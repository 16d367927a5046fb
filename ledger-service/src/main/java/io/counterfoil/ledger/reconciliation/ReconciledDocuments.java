package io.counterfoil.ledger.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.ledger.reconciliation.ReconciliationJson.Document;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The documents of both sides, with amounts from where they are kept: open items and cash of the sub-ledger, postings on
 * control accounts of the journal. So a row that was changed or lost shows.
 */
@Dependent
class ReconciledDocuments {

    private static final String BOTH_SIDES =
            """
            with document as (
                select 'RECEIVABLES' as side, 'INVOICE' as kind, invoice_id as id, invoice_number as number, legal_entity_id, currency,
                       amount_minor, issue_date as date, customer_id, source_position, null::uuid as entry_id
                from open_item where source_position <= ?
              union all
                select 'RECEIVABLES', 'PAYMENT', payment_id, null, legal_entity_id, currency, amount_minor, value_date, customer_id,
                       source_position, null
                from cash_receipt where source_position <= ?
              union all
                select 'RECEIVABLES', 'APPLICATION', application_id, null, legal_entity_id, currency, amount_minor, effective_date,
                       customer_id, source_position, null
                from cash_application where source_position <= ?
              union all
                select 'LEDGER', 'INVOICE', e.document_id, e.document_number, e.legal_entity_id, e.currency,
                       coalesce(sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end)
                                filter (where a.control_kind = 'RECEIVABLES' or p.item = 'CUSTOMER_CREDIT'), 0)::bigint, e.effective_date, e.customer_id, e.source_position, e.id
                from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                where e.purpose = 'INVOICE' and e.source_position <= ? group by e.id
              union all
                select 'LEDGER', 'PAYMENT', e.document_id, null, e.legal_entity_id, e.currency,
                       coalesce(sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) filter (where p.item = 'PAYMENT'), 0)
                       ::bigint, e.effective_date, e.customer_id, e.source_position, e.id
                from journal_entry e join posting p on p.entry_id = e.id
                where e.purpose = 'PAYMENT' and e.source_position <= ? group by e.id
              union all
                select 'LEDGER', 'APPLICATION', p.item_id, null, e.legal_entity_id, e.currency,
                       sum(case p.side when 'CREDIT' then p.amount_minor else -p.amount_minor end)::bigint,
                       e.effective_date, e.customer_id, e.source_position, e.id
                from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                where e.purpose in ('PAYMENT', 'PAYMENT_APPLICATION') and p.item = 'APPLICATION' and a.control_kind = 'RECEIVABLES'
                  and e.source_position <= ? group by e.id, p.item_id
              union all
                select 'RECEIVABLES', kind, document_id, document_number, legal_entity_id, currency, sum(amount_minor)::bigint,
                       min(effective_date), customer_id, max(source_position), null
                from reversing_document where source_position <= ?
                group by kind, document_id, document_number, legal_entity_id, currency, customer_id
              union all
                select side, kind, document_id, document_number, legal_entity_id, currency, sum(amount_minor)::bigint, min(date), customer_id,
                       max(source_position), (array_agg(entry_id order by source_position desc))[1]
                from (select 'LEDGER' as side, case e.purpose when 'CREDIT_MEMO_VOID' then 'VOID' when 'CHARGEBACK_WON' then 'CHARGEBACK' else e.purpose end as kind,
                       e.document_id, case when e.purpose in ('REFUND', 'CHARGEBACK', 'CHARGEBACK_WON') then null else e.document_number end
                         as document_number,
                       e.legal_entity_id, e.currency,
                       coalesce(sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end)
                                filter (where e.purpose in ('CREDIT_MEMO', 'CREDIT_MEMO_VOID', 'VOID')
                                          and p.item in ('EARNED', 'UNEARNED', 'REVERSED_TAX', 'RECOVERABLES')
                                           or e.purpose = 'WRITE_OFF' and p.item in ('BAD_DEBT', 'UNEARNED', 'REVERSED_TAX', 'RECOVERABLES')
                                           or e.purpose in ('REFUND', 'CHARGEBACK', 'CHARGEBACK_WON') and p.item <> 'PAYMENT'), 0)::bigint
                         + case when e.purpose = 'VOID' and bool_or(p.item = 'BAD_DEBT') then (
                               select coalesce(sum(w.amount_minor) - sum(p.amount_minor) filter (where p.item = 'EARNED'), 0)::bigint
                               from journal_entry o join posting w on w.entry_id = o.id
                               where o.document_id = e.document_id and o.purpose = 'WRITE_OFF' and w.item = 'INVOICE') else 0 end as amount_minor,
                       e.effective_date as date, e.customer_id, e.source_position, e.id as entry_id
                from journal_entry e join posting p on p.entry_id = e.id
                where e.purpose in ('CREDIT_MEMO', 'CREDIT_MEMO_VOID', 'VOID', 'WRITE_OFF', 'REFUND', 'CHARGEBACK', 'CHARGEBACK_WON')
                  and e.source_position <= ? group by e.id) reversal
                group by side, kind, document_id, document_number, legal_entity_id, currency, customer_id
            )
            """;

    private static final String KEY = "coalesce(number, id::text) collate \"C\"";

    /** Where the entry stands in our own history; null while it is not told. */
    private static final String OWN_POSITION = "(select o.position from outbox o where o.subject = entry_id::text"
            + " and o.type = 'io.counterfoil.ledger.journal.posted.v1' and o.sequence is not null) as own_position";

    private final Database database;

    @Inject
    ReconciledDocuments(Database database) {
        this.database = database;
    }

    /** Which bucket is asked for; null means any. */
    record Bucket(ReconciliationSide side, DocumentKind kind, String legalEntityId, String currency) {}

    /** All documents up to the position, bucket by bucket, each in the order of its keys. */
    List<Document> upTo(long position) {
        return database.query(
                        BOTH_SIDES
                                + "select *, null::bigint as own_position from document order by side, legal_entity_id, currency, kind, "
                                + KEY,
                        position,
                        position,
                        position,
                        position,
                        position,
                        position,
                        position,
                        position)
                .list(ReconciledDocuments::read);
    }

    /** Some documents of a bucket, in the order of their keys. */
    List<Document> after(String key, long position, Bucket bucket, int limit) {
        return database.query(
                        BOTH_SIDES
                                + "select *, " + OWN_POSITION
                                + " from document where side = ? and kind = ? and (?::text is null or legal_entity_id = ?)"
                                + " and (?::text is null or currency = ?) and " + KEY + " > ? order by " + KEY
                                + " limit ?",
                        position,
                        position,
                        position,
                        position,
                        position,
                        position,
                        position,
                        position,
                        bucket.side(),
                        bucket.kind(),
                        bucket.legalEntityId(),
                        bucket.legalEntityId(),
                        bucket.currency(),
                        bucket.currency(),
                        key,
                        limit)
                .list(ReconciledDocuments::read);
    }

    /** The last position of our own history that was told. */
    long ownPosition() {
        return database.query("select sent as position from outbox_position")
                .one(row -> row.longValue("position"))
                .orElse(0L);
    }

    private static Document read(Row row) {
        return new Document(
                ReconciliationSide.valueOf(row.text("side")),
                DocumentKind.valueOf(row.text("kind")),
                row.uuid("id"),
                row.text("number"),
                row.text("legal_entity_id"),
                row.text("currency"),
                row.money("amount_minor", "currency"),
                row.date("date"),
                row.uuid("customer_id"),
                row.longValue("source_position"),
                row.longOrNull("own_position"));
    }
}
