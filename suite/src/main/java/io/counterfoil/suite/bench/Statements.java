package io.counterfoil.suite.bench;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The dearest statements of all databases together, where PostgreSQL was started to be able to tell. */
final class Statements {
    private static final String DEAREST =
            """
            select d.datname || ': ' || left(regexp_replace(s.query, '\\s+', ' ', 'g'), 110) as statement,
                   s.calls, (s.total_exec_time * 1000)::bigint as micros
            from pg_stat_statements s join pg_database d on d.oid = s.dbid
            order by s.total_exec_time desc limit ?
            """;

    private Statements() {}

    /** Counts anew from here. */
    static void reset(Stack stack) throws SQLException {
        try (Connection database = connection(stack);
                Statement statement = database.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** Has the databases look at what lies in them, as they do by themselves once a minute. */
    static void analyze(Stack stack) throws SQLException {
        for (Part server : Part.servers()) {
            try (Connection database = connection(stack, server.database());
                    Statement statement = database.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    /** By statement: how often for each order, and microseconds of execution. */
    static Map<String, String> dearest(Stack stack, int orders, int most) throws SQLException {
        Map<String, String> dearest = new LinkedHashMap<>();
        try (Connection database = connection(stack);
                PreparedStatement statement = database.prepareStatement(DEAREST)) {
            statement.setInt(1, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    dearest.merge(
                            row.getString(1),
                            "%s times, %d us"
                                    .formatted(Effort.hundredths(row.getLong(2), orders), row.getLong(3) / orders),
                            (one, other) -> one + "; " + other);
                }
            }
        }
        return dearest;
    }

    private static Connection connection(Stack stack) throws SQLException {
        return connection(stack, Part.ORDER.database());
    }

    private static Connection connection(Stack stack, String name) throws SQLException {
        String url = "jdbc:postgresql://localhost:%d/%s"
                .formatted(stack.access().ports().of(Endpoint.POSTGRES), name);
        return DriverManager.getConnection(
                url, "postgres", stack.access().secrets().of("database.postgres"));
    }
}
