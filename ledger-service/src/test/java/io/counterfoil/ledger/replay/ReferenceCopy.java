package io.counterfoil.ledger.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Copies what was decided and carries its own validity: entities, accounts, rules, rates, policies of accounting. */
final class ReferenceCopy {

    private static final List<String> TABLES = List.of(
            "legal_entity",
            "account",
            "posting_rule",
            "posting_rule_line",
            "posting_rule_decision",
            "exchange_rate",
            "accounting_policy");

    private ReferenceCopy() {}

    static void copy(Connection from, Connection to) throws SQLException, IOException {
        for (String table : TABLES) {
            String columns = String.join(", ", columns(from, table));
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            new CopyManager(from.unwrap(BaseConnection.class))
                    .copyOut("copy (select " + columns + " from " + table + ") to stdout", rows);
            new CopyManager(to.unwrap(BaseConnection.class))
                    .copyIn(
                            "copy " + table + " (" + columns + ") from stdin",
                            new ByteArrayInputStream(rows.toByteArray()));
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select column_name from information_schema.columns where table_name = '" + table
                                + "' and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position")) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
        return columns;
    }
}
