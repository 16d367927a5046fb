package io.counterfoil.ledger.replay;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events that reference rows of a test would have been told by, had the API made them. */
final class ReferenceEvents {

    private static final Instant BEGINNING = Instant.parse("2025-12-01T00:00:00Z");

    private static final String ENTITIES =
            """
            select id as subject, json_strip_nulls(json_build_object('legalEntityId', id, 'name', name, 'country', country,
                'functionalCurrency', functional_currency, 'timeZone', time_zone, 'version', version))::text as data
            from legal_entity order by id
            """;

    private static final String ACCOUNTS =
            """
            select id as subject, json_strip_nulls(json_build_object('legalEntityId', legal_entity_id, 'code', code, 'name', name,
                'accountType', type, 'normalSide', normal_side, 'controlKind', control_kind, 'version', 1))::text as data
            from account order by id
            """;

    private static final String RULES =
            """
            select r.id as subject, json_strip_nulls(json_build_object('ruleId', r.id, 'version', r.version, 'legalEntityId', r.legal_entity_id,
                'purpose', r.purpose, 'validFrom', r.valid_from, 'givenBy', r.activated_by, 'decidedBy', d.decided_by, 'lines',
                (select json_agg(json_build_object('item', l.item, 'productId', l.product_id, 'revenueTreatment', l.revenue_treatment,
                    'taxCategoryCode', l.tax_category_code, 'paymentChannel', l.payment_channel, 'documentType', l.document_type,
                    'lineType', l.line_type, 'reason', l.reason, 'debitAccount', split_part(l.debit_account, '/', 2),
                    'creditAccount', split_part(l.credit_account, '/', 2)) order by l.line_number)
                 from posting_rule_line l where l.rule_id = r.id and l.rule_version = r.version)))::text as data
            from posting_rule r join posting_rule_decision d on d.rule_id = r.id and d.rule_version = r.version order by r.id
            """;

    private ReferenceEvents() {}

    static List<Envelope> of(Database database) {
        List<Envelope> events = new ArrayList<>();
        add(events, database, "legal-entity.published", ENTITIES);
        add(events, database, "account.published", ACCOUNTS);
        add(events, database, "posting-rule.activated", RULES);
        return events;
    }

    /** What the ledger told by itself, after those. */
    static List<Envelope> outbox(Database database, long after) {
        return database.query("select * from outbox order by seq")
                .list(row -> envelope(
                        row.text("type"),
                        row.text("subject"),
                        row.instant("occurred_at"),
                        after + row.longValue("seq"),
                        row.text("data")));
    }

    private static void add(List<Envelope> events, Database database, String what, String sql) {
        database.query(sql)
                .list(row -> events.add(envelope(
                        "io.counterfoil.ledger." + what + ".v1",
                        row.text("subject"),
                        BEGINNING,
                        events.size() + 1L,
                        row.text("data"))));
    }

    private static Envelope envelope(String type, String subject, Instant at, long position, String data) {
        return new Envelope(
                EventIds.next(),
                type,
                "/ledger",
                subject,
                at,
                subject,
                null,
                1,
                position,
                subject,
                null,
                "test",
                null,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
