package io.counterfoil.ledger;

import io.counterfoil.common.db.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reference data as the API would have left it. */
final class ReferenceRows {

    private static final String[][] ACCOUNTS = {
        {"1000", "Bank", "ASSET", "DEBIT", null},
        {"1010", "Cash clearing", "ASSET", "DEBIT", "CASH_CLEARING"},
        {"1020", "External asset", "ASSET", "DEBIT", null},
        {"1030", "Currency clearing", "ASSET", "DEBIT", null},
        {"1100", "Accounts receivable", "ASSET", "DEBIT", "RECEIVABLES"},
        {"1150", "Unbilled receivable", "ASSET", "DEBIT", "UNBILLED"},
        {"1160", "Contract asset", "ASSET", "DEBIT", "UNBILLED"},
        {"1190", "Allowance", "ASSET", "CREDIT", null},
        {"1300", "Due from group", "ASSET", "DEBIT", null},
        {"2100", "Tax payable", "LIABILITY", "CREDIT", "TAX_PAYABLE"},
        {"2200", "Deferred revenue", "LIABILITY", "CREDIT", "DEFERRED_REVENUE"},
        {"2300", "Unapplied cash", "LIABILITY", "CREDIT", "UNAPPLIED_CASH"},
        {"2400", "Customer credit", "LIABILITY", "CREDIT", "CUSTOMER_CREDIT"},
        {"2450", "Prepaid liability", "LIABILITY", "CREDIT", "PREPAID"},
        {"2500", "Refund payable", "LIABILITY", "CREDIT", "REFUND_PAYABLE"},
        {"2600", "Due to group", "LIABILITY", "CREDIT", null},
        {"4000", "Subscription revenue", "REVENUE", "CREDIT", null},
        {"4100", "Services revenue", "REVENUE", "CREDIT", null},
        {"4200", "Usage revenue", "REVENUE", "CREDIT", null},
        {"4300", "Breakage", "REVENUE", "CREDIT", null},
        {"4400", "Recoverables", "REVENUE", "CREDIT", null},
        {"4500", "Credit notes", "CONTRA_REVENUE", "DEBIT", null},
        {"4510", "Refunds", "CONTRA_REVENUE", "DEBIT", null},
        {"4520", "Voids", "CONTRA_REVENUE", "DEBIT", null},
        {"4530", "Disputes", "CONTRA_REVENUE", "DEBIT", null},
        {"4540", "Goodwill", "CONTRA_REVENUE", "DEBIT", null},
        {"4550", "Cash discount", "CONTRA_REVENUE", "DEBIT", null},
        {"4560", "Exclusion", "REVENUE", "CREDIT", null},
        {"6100", "Payment fees", "EXPENSE", "DEBIT", null},
        {"6200", "Bad debt", "EXPENSE", "DEBIT", null},
        {"6300", "Difference", "EXPENSE", "DEBIT", null},
        {"6310", "Rounding", "EXPENSE", "DEBIT", null},
        {"6400", "FX loss", "EXPENSE", "DEBIT", null},
        {"6410", "FX gain", "REVENUE", "CREDIT", null},
        {"6420", "Unrealised FX", "EXPENSE", "DEBIT", null},
    };

    /** purpose, item, treatment, channel, line type, reason, debit, credit */
    private static final String[][] LINES = {
        {"INVOICE", "LINE", "OVER_TIME_DAILY", null, null, null, "1100", "2200"},
        {"INVOICE", "LINE", "POINT_IN_TIME", null, null, null, "1100", "4100"},
        {"INVOICE", "LINE", "POINT_IN_TIME", null, "USAGE", null, "1100", "4200"},
        {"INVOICE", "LINE", "POINT_IN_TIME", null, "PREPAID", null, "1100", "2450"},
        {"INVOICE", "TAX", null, null, null, null, "1100", "2100"},
        {"INVOICE", "ROUNDING", null, null, null, null, "1100", "6310"},
        {"INVOICE", "ACCRUED", null, null, null, null, "1100", "1150"},
        {"INVOICE", "ACCRUED", null, null, null, "CONDITIONAL", "1100", "1160"},
        {"INVOICE", "CREDIT_DRAWN", null, null, null, null, "2400", "1100"},
        {"INVOICE", "PREPAID_DRAWN", null, null, null, null, "2450", "1100"},
        {"INVOICE", "FX_DIFFERENCE", null, null, null, null, "6400", "6410"},
        {"ACCRUAL", "ACCRUED", null, null, null, null, "1150", "4200"},
        {"ACCRUAL", "ACCRUED", "OVER_TIME_DAILY", null, null, null, "1150", "4000"},
        {"ACCRUAL", "ACCRUED", null, null, null, "CONDITIONAL", "1160", "4200"},
        {"PAYMENT", "APPLICATION", null, null, null, null, "1010", "1100"},
        {"PAYMENT", "APPLICATION", null, "outside", null, null, "1020", "1100"},
        {"PAYMENT", "UNAPPLIED", null, null, null, null, "1010", "2300"},
        {"PAYMENT", "FEE", null, null, null, null, "6100", "1010"},
        {"PAYMENT", "DISCOUNT", null, null, null, null, "4550", "1100"},
        {"PAYMENT", "DIFFERENCE", null, null, null, null, "6300", "1100"},
        {"PAYMENT", "FX_DIFFERENCE", null, null, null, null, "6400", "6410"},
        {"PAYMENT", "CURRENCY_CLEARING", null, null, null, null, "1010", "1030"},
        {"REFUND", "CURRENCY_CLEARING", null, null, null, null, "1030", "1010"},
        {"CHARGEBACK", "CURRENCY_CLEARING", null, null, null, null, "1030", "1010"},
        {"PAYMENT_FEE", "FEE", null, null, null, null, "6100", "1010"},
        {"PAYMENT_APPLICATION", "APPLICATION", null, null, null, null, "2300", "1100"},
        {"PAYMENT_APPLICATION", "DISCOUNT", null, null, null, null, "4550", "1100"},
        {"PAYMENT_APPLICATION", "DIFFERENCE", null, null, null, null, "6300", "1100"},
        {"PAYMENT_APPLICATION", "FX_DIFFERENCE", null, null, null, null, "6400", "6410"},
        {"CREDIT_MEMO", "EARNED", null, null, null, null, "4500", "1100"},
        {"CREDIT_MEMO", "UNEARNED", null, null, null, null, "2200", "1100"},
        {"CREDIT_MEMO", "REVERSED_TAX", null, null, null, null, "2100", "1100"},
        {"CREDIT_MEMO", "ROUNDING", null, null, null, null, "6310", "1100"},
        {"CREDIT_MEMO", "TO_CUSTOMER_CREDIT", null, null, null, null, "1100", "2400"},
        {"CREDIT_MEMO", "TO_REFUND", null, null, null, null, "1100", "2500"},
        {"CREDIT_MEMO", "EXTERNAL", null, null, null, null, "1100", "1020"},
        {"CREDIT_MEMO_APPLICATION", "TO_CUSTOMER_CREDIT", null, null, null, null, "1100", "2400"},
        {"CREDIT_MEMO_APPLICATION", "TO_REFUND", null, null, null, null, "1100", "2500"},
        {"CREDIT_MEMO_APPLICATION", "EXTERNAL", null, null, null, null, "1100", "1020"},
        {"CREDIT_GRANT", "GRANT", null, null, null, null, "4540", "2400"},
        {"CREDIT_GRANT", "GRANT", null, null, "in NEGATIVE_INVOICE", null, "1100", "2400"},
        {"CREDIT_GRANT", "GRANT", null, null, "in UNAPPLIED_CASH", null, "2300", "2400"},
        {"CREDIT_EXPIRY", "GRANT", null, null, null, null, "2400", "4540"},
        {"CREDIT_EXPIRY", "PREPAID_EXPIRED", null, null, null, null, "2450", "4300"},
        {"CREDIT_APPLICATION", "CREDIT_DRAWN", null, null, null, null, "2400", "1100"},
        {"CREDIT_APPLICATION", "PREPAID_DRAWN", null, null, null, null, "2450", "1100"},
        {"REFUND", "EARNED", null, null, null, null, "4510", "1010"},
        {"REFUND", "UNEARNED", null, null, null, null, "2200", "1010"},
        {"REFUND", "REVERSED_TAX", null, null, null, null, "2100", "1010"},
        {"REFUND", "REOPENED", null, null, null, null, "1100", "1010"},
        {"REFUND", "UNAPPLIED", null, null, null, null, "2300", "1010"},
        {"REFUND", "MEMO", null, null, null, null, "2500", "1010"},
        {"REFUND", "CUSTOMER_CREDIT", null, null, null, null, "2400", "1010"},
        {"REFUND", "RECOVERED", null, null, null, null, "4510", "1010"},
        {"REFUND", "RECOVERABLES", null, null, null, null, "4400", "1010"},
        {"REFUND", "FX_DIFFERENCE", null, null, null, null, "6400", "6410"},
        {"VOID", "EARNED", null, null, null, null, "4520", "1100"},
        {"VOID", "UNEARNED", null, null, null, null, "2200", "1100"},
        {"VOID", "REVERSED_TAX", null, null, null, null, "2100", "1100"},
        {"VOID", "RECOVERABLES", null, null, null, null, "4400", "1100"},
        {"VOID", "ROUNDING", null, null, null, null, "6310", "1100"},
        {"VOID", "ALLOWANCE", null, null, null, null, "4520", "1190"},
        {"VOID", "BAD_DEBT", null, null, null, null, "4520", "6200"},
        {"VOID", "TO_CUSTOMER_CREDIT", null, null, null, null, "1100", "2400"},
        {"VOID", "TO_PREPAID", null, null, null, null, "1100", "2450"},
        {"WRITE_OFF", "EARNED", null, null, null, null, "6200", "1100"},
        {"WRITE_OFF", "ALLOWANCE", null, null, null, null, "1190", "1100"},
        {"WRITE_OFF", "UNEARNED", null, null, null, null, "2200", "1100"},
        {"WRITE_OFF", "REVERSED_TAX", null, null, null, null, "2100", "1100"},
        {"WRITE_OFF", "RECOVERABLES", null, null, null, null, "2200", "4400"},
        {"RECOVERY", "BAD_DEBT", null, null, null, null, "2300", "6200"},
        {"RECOVERY", "ALLOWANCE", null, null, null, null, "2300", "1190"},
        {"RECOVERY", "RECOVERABLES", null, null, null, null, "2300", "4400"},
        {"RECOVERY", "FX_DIFFERENCE", null, null, null, null, "6400", "6410"},
        {"CHARGEBACK", "EARNED", null, null, null, null, "4530", "1010"},
        {"CHARGEBACK", "UNEARNED", null, null, null, null, "2200", "1010"},
        {"CHARGEBACK", "REVERSED_TAX", null, null, null, null, "2100", "1010"},
        {"CHARGEBACK", "REOPENED", null, null, null, null, "1100", "1010"},
        {"CHARGEBACK", "UNAPPLIED", null, null, null, null, "2300", "1010"},
        {"CHARGEBACK", "RECOVERED", null, null, null, null, "4530", "1010"},
        {"CHARGEBACK", "RECOVERABLES", null, null, null, null, "4400", "1010"},
        {"CHARGEBACK", "FX_DIFFERENCE", null, null, null, null, "6400", "6410"},
        {"PAYOUT", "PAID_OUT", null, null, null, null, "1000", "1010"},
        {"EXCLUSION", "EXCLUDED", null, null, null, null, "4100", "4560"},
        {"INTERCOMPANY", "DUE_FROM", null, null, null, null, "1300", "1010"},
        {"INTERCOMPANY", "DUE_TO", null, null, null, null, "6300", "2600"},
        {"REVALUATION", "REVALUED", null, null, null, null, "6420", "6420"},
        {"RECOGNITION", "SCHEDULE", null, null, null, null, "2200", "4000"},
        {"CONTRACT_ASSET", "RECLASSIFIED", null, null, null, null, "1160", "2200"},
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
        Arrays.stream(LINES).map(line -> line[0]).distinct().forEach(purpose -> addRule(database, entity, purpose));
    }

    private static void addRule(Database database, String entity, String purpose) {
        String id = entity + "-" + purpose;
        database.update(
                "insert into posting_rule (id, version, legal_entity_id, purpose, valid_from, activated_at, activated_by) "
                        + "values (?, 1, ?, ?, date '2020-01-01', now(), 'test')",
                id,
                entity,
                purpose);
        database.update("insert into posting_rule_decision values (?, 1, true, 'another', now())", id);
        List<Object[]> lines = new ArrayList<>();
        for (String[] l : LINES) {
            if (l[0].equals(purpose)) {
                boolean inDocument = l[4] != null && l[4].startsWith("in ");
                lines.add(new Object[] {
                    id,
                    lines.size() + 1,
                    l[1],
                    l[2],
                    l[3],
                    inDocument ? l[4].substring(3) : null,
                    inDocument ? null : l[4],
                    l[5],
                    entity + "/" + l[6],
                    entity + "/" + l[7]
                });
            }
        }
        database.batch(
                """
                insert into posting_rule_line (rule_id, rule_version, line_number, item, revenue_treatment, payment_channel, document_type,
                                               line_type, reason, debit_account, credit_account)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                lines);
    }
}
