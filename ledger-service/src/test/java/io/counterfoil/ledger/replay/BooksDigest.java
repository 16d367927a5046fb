package io.counterfoil.ledger.replay;

import io.counterfoil.common.db.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two ledgers must have alike: each part as lines in a canonical order, and the hash over them. */
public record BooksDigest(Map<String, List<String>> parts) {

    private static final Map<String, String> QUERIES = queries();

    public static BooksDigest of(Database database) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        QUERIES.forEach((name, sql) -> parts.put(name, database.query(sql).list(row -> row.text("line"))));
        return new BooksDigest(parts);
    }

    public String hash(String part) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            parts.get(part).forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "trial balance",
                """
                select concat_ws('|', p.account_id, p.currency, to_char(e.posting_date, 'YYYY-MM'),
                                 sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end),
                                 sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end)) as line
                from posting p join journal_entry e on e.id = p.entry_id
                group by p.account_id, p.currency, to_char(e.posting_date, 'YYYY-MM')
                having sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) <> 0
                order by p.account_id collate "C", p.currency, to_char(e.posting_date, 'YYYY-MM')
                """);
        queries.put(
                "ageing",
                """
                select concat_ws('|', s.item_id, s.legal_entity_id, s.currency, i.due_date, sum(s.minor)) as line
                from subledger s left join open_item i on i.invoice_id = s.item_id
                where s.control_kind = 'RECEIVABLES'
                group by s.item_id, s.legal_entity_id, s.currency, i.due_date having sum(s.minor) <> 0 order by s.item_id
                """);
        queries.put(
                "schedules",
                """
                select concat_ws('|', s.invoice_line_id, s.currency, s.net_minor, s.deferred_minor, s.amount_minor, s.start_date, s.end_date,
                                 coalesce(p.recognised_minor, 0),
                                 (select sum(case c.kind when 'RESTORE' then -c.unearned_minor else c.unearned_minor end)
                                  from schedule_change c where c.schedule_id = s.id)) as line
                from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id order by s.invoice_line_id
                """);
        return queries;
    }
}
