package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The warehouse's own word: from the fact tables, so that a lost or touched fact is seen. */
@ApplicationScoped
class WarehouseBooks {

    /** Billings add up to the invoice; cash facts are documents of their own; a reversal and its taking back add up. */
    private static final String FACTS =
            """
            select 'INVOICE' as kind, legal_entity, currency, invoice_id::text as id, max(invoice_number) as number,
                   max(invoice_number) as key, sum(net_minor + tax_minor)::bigint as minor
            from billing_fact where source_position <= ?
            group by legal_entity, currency, invoice_id
            union all
            select kind, legal_entity, currency, document_id::text, max(case kind when 'PAYMENT' then reference else invoice_number end),
                   document_id::text, sum(amount_minor)::bigint
            from cash_fact where source_position <= ?
            group by kind, legal_entity, currency, document_id
            union all
            select kind, legal_entity, currency, document_id::text, max(document_number),
                   coalesce(max(document_number), document_id::text), sum(amount_minor)::bigint
            from reversal_fact where source_position <= ?
            group by kind, legal_entity, currency, document_id
            """;

    /**
     * What each entry for an invoice or payment moved: its net debits by account, so that a fee is not counted twice; below zero
     * where the invoice takes back more than it charges.
     */
    private static final String JOURNAL =
            """
            select kind, legal_entity, currency, id, max(number) as number,
                   case kind when 'INVOICE' then max(number) else id end as key,
                   (sum(greatest(net, 0)) * case when kind = 'INVOICE' and bool_or(negative.id is not null) then -1 else 1 end)::bigint
                       as minor
            from (
                select purpose as kind, legal_entity, currency, document_id as id, max(document_number) as number, account,
                       sum(case side when 'DEBIT' then amount_minor else -amount_minor end) as net
                from journal_fact
                where purpose in ('INVOICE', 'PAYMENT') and cause_position <= ? and ?::bigint is not null and ?::bigint is not null
                group by purpose, legal_entity, currency, document_id, account
            ) moved
            left join (
                select invoice_id::text as id from billing_fact group by invoice_id having sum(net_minor + tax_minor) < 0
            ) negative using (id)
            group by kind, legal_entity, currency, id
            """;

    private static final String TOTALS =
            """
            select kind, legal_entity, currency, count(*) as documents, sum(minor)::bigint as minor,
                   encode(sha256(convert_to(string_agg(
                       key || '|' || amount_text(minor, currency) || '|' || currency || E'\\n', '' order by key collate "C"),
                       'UTF8')), 'hex') as digest
            from (%s) d group by kind, legal_entity, currency order by kind, legal_entity, currency
            """;

    private static final String DOCUMENTS =
            "select id, number, minor from (%s) d where kind = ? and legal_entity = ? and currency = ?";

    @Inject
    Database database;

    /** The facts of billings and cash. */
    Books facts() {
        return new Seen(Side.WAREHOUSE, FACTS);
    }

    /** The facts of the journal. */
    Books journal() {
        return new Seen(Side.WAREHOUSE_JOURNAL, JOURNAL);
    }

    /** Documents of billing that the ledger has told it will never post. */
    Set<String> unposted() {
        return Set.copyOf(database.query(
                        "select distinct body ->> 'documentId' as id from readable_event where type = ? and body ->> 'documentId' is not null",
                        "io.counterfoil.ledger.order.refused-by-ledger.v1")
                .list(row -> row.text("id")));
    }

    private final class Seen implements Books {
        private final Side side;
        private final String documents;

        Seen(Side side, String documents) {
            this.side = side;
            this.documents = documents;
        }

        @Override
        public Side side() {
            return side;
        }

        @Override
        public List<Total> totals(long position) {
            return database.query(TOTALS.formatted(documents), position, position, position)
                    .list(row -> new Total(
                            side,
                            new Bucket(row.text("kind"), row.text("legal_entity"), row.text("currency")),
                            row.longValue("documents"),
                            row.longValue("minor"),
                            row.text("digest")));
        }

        @Override
        public List<Document> documents(long position, Bucket bucket) {
            return database.query(
                            DOCUMENTS.formatted(documents),
                            position,
                            position,
                            position,
                            bucket.kind(),
                            bucket.legalEntity(),
                            bucket.currency())
                    .list(row -> new Document(row.text("id"), row.text("number"), row.longValue("minor"), null));
        }
    }
}
