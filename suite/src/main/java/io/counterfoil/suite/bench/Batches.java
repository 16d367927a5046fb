package io.counterfoil.suite.bench;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much is done together: events that a server takes, and steps that it ends, in one transaction. */
final class Batches {
    private static final String TAKEN =
            """
            select consumer, count(*), count(distinct xmin::text) from inbox where received_at >= ? group by consumer order by consumer
            """;
    private static final String ENDED =
            """
            select 'step ' || kind, count(*), count(distinct xmin::text) from step
            where created_at >= ? and state = 'DONE' group by kind order by kind
            """;

    private Batches() {}

    /** The mean of each since then. */
    static Map<String, String> since(Stack stack, Instant began) throws SQLException {
        Map<String, String> means = new LinkedHashMap<>();
        for (Part server : Part.servers()) {
            try (Connection database = stack.database(server)) {
                for (String sql : new String[] {TAKEN, ENDED}) {
                    read(database, sql, began, means);
                }
            }
        }
        return means;
    }

    private static void read(Connection database, String sql, Instant began, Map<String, String> means)
            throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(began));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    means.put(row.getString(1), Effort.hundredths(row.getLong(2), row.getLong(3)));
                }
            }
        }
    }
}
