package io.counterfoil.ledger;

import io.counterfoil.common.db.Database;
import java.util.ArrayList;
import java.util.List;

/** Reference data as the API would have left it. */
final class ReferenceRows {

    private static final String[][] ACCOUNTS = {
        {"1010", "Cash clearing", "ASSET", "DEBIT", "CASH_CLEARING"},
        {"1020", "External asset", "ASSET", "DEBIT", null},
        {"1100", "Accounts receivable", "ASSET", "DEBIT", "RECEIVABLES"},
        {"2100", "Tax payable", "LIABILITY", "CREDIT", "TAX_PAYABLE"},
        {"2200", "Deferred revenue", "LIABILITY", "CREDIT", "DEFERRED_REVENUE"},
        {"2300", "Unapplied cash", "LIABILITY", "CREDIT", "UNAPPLIED_CASH"},
        {"4000", "Subscription revenue", "REVENUE", "CREDIT", null},
        {"4100", "Services revenue", "REVENUE", "CREDIT", null},
        {"6100", "Payment fees", "EXPENSE", "DEBIT", null},
    };

    /** purpose, item, treatment, channel, debit, credit */
    private static final String[][] LINES = {
        {"INVOICE", "LINE", "OVER_TIME_DAILY", null, "1100", "2200"},
        {"INVOICE", "LINE", "POINT_IN_TIME", null, "1100", "4100"},
        {"INVOICE", "TAX", null, null, "1100", "2100"},
        {"PAYMENT", "APPLICATION", null, null, "1010", "1100"},
        {"PAYMENT", "APPLICATION", null, "outside", "1020", "1100"},
        {"PAYMENT", "UNAPPLIED", null, null, "1010", "2300"},
        {"PAYMENT", "FEE", null, null, "6100", "1010"},
        {"PAYMENT_APPLICATION", "APPLICATION", null, null, "2300", "1100"},
        {"RECOGNITION", "SCHEDULE", null, null, "2200", "4000"},
    };

    private ReferenceRows() {}

    static void add(Database database, String entity, String currency) {
        database.update(
                "insert into legal_entity (id, name, country, functional_currency, time_zone, since, version) "
                        + "values (?, ?, 'US', ?, 'UTC', date '2026-01-01', 1)",
                entity,
                "Entity " + entity,
                currency);
        List<Object[]> accounts = new ArrayList<>();
        for (String[] a : ACCOUNTS) {
            accounts.add(new Object[] {entity + "/" + a[0], entity, a[0], a[1], a[2], a[3], a[4]});
        }
        database.batch(
                "insert into account (id, legal_entity_id, code, name, type, normal_side, control_kind, version) values (?, ?, ?, ?, ?, ?, ?, 1)",
                accounts);
        for (String purpose : List.of("INVOICE", "PAYMENT", "PAYMENT_APPLICATION", "RECOGNITION")) {
            addRule(database, entity, purpose);
        }
    }

    private static void addRule(Database database, String entity, String purpose) {
        String id = entity + "-" + purpose;
        database.update(
                "insert into posting_rule (id, version, legal_entity_id, purpose, valid_from, activated_at, activated_by) "
                        + "values (?, 1, ?, ?, date '2020-01-01', now(), 'test')",
                id,
                entity,
                purpose);
        List<Object[]> lines = new ArrayList<>();
        for (String[] l : LINES) {
            if (l[0].equals(purpose)) {
                lines.add(new Object[] {id, lines.size() + 1, l[1], l[2], l[3], entity + "/" + l[4], entity + "/" + l[5]
                });
            }
        }
        database.batch(
                """
                insert into posting_rule_line (rule_id, rule_version, line_number, item, revenue_treatment, payment_channel,
                                               debit_account, credit_account) values (?, 1, ?, ?, ?, ?, ?, ?)
                """,
                lines);
    }
}
