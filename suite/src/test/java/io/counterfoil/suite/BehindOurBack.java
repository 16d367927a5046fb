package io.counterfoil.suite;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Somebody with the rights of a database's owner, who switches its guards off, changes rows, and covers the traces. */
record BehindOurBack(Stack stack, Part server, List<String> tables) {

    static BehindOurBack in(Stack stack, Part server, String... tables) {
        return new BehindOurBack(stack, server, List.of(tables));
    }

    /** Does all of it in one transaction; each statement must concern something. */
    void change(String... statements) {
        try (Connection connection = stack.database(server);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : tables) {
                sql.execute("alter table " + table + " disable trigger user");
            }
            for (String statement : statements) {
                boolean changesRows = statement.matches("(?s)(insert|update|delete).*");
                if (!sql.execute(statement) && changesRows && sql.getUpdateCount() == 0) {
                    throw new AssertionError("concerned nothing: " + statement);
                }
            }
            sql.execute("set constraints all immediate");
            for (String table : tables) {
                sql.execute("alter table " + table + " enable trigger user");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
