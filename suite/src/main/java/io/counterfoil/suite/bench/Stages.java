package io.counterfoil.suite.bench;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time of an order goes: in each state of its process, and from the closed deal to the posted entry. */
final class Stages {
    private Stages() {}

    /** By state, for the orders that were received since then. */
    static Map<String, Percentiles> since(Stack stack, Instant began) throws SQLException {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        String sql =
                """
                select state, entered_at, left_at from (
                  select s.number, s.state, s.entered_at,
                         lead(s.entered_at) over (partition by s.order_id order by s.number) as left_at
                  from process_stage s join sales_order o using (order_id) where o.received_at >= ?) stays
                where left_at > entered_at order by number
                """;
        try (Connection database = stack.database(Part.ORDER);
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(began));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    times.computeIfAbsent(row.getString(1), state -> new ArrayList<>())
                            .add(between(row.getTimestamp(2), row.getTimestamp(3)));
                }
            }
        }
        Map<String, Percentiles> percentiles = new LinkedHashMap<>();
        times.forEach((state, nanos) -> percentiles.put("stage " + state, Percentiles.of(nanos)));
        return percentiles;
    }

    /** From the moment at which the order was received to that at which its invoice was in the journal. */
    static Percentiles toPosted(Stack stack, Instant began) throws SQLException {
        Map<String, Timestamp> received = times(
                stack, Part.ORDER, "select order_id::text, received_at from sales_order where received_at >= ?", began);
        Map<String, Timestamp> posted = times(
                stack,
                Part.LEDGER,
                "select order_id::text, recorded_at from journal_entry where recorded_at >= ? and purpose = 'INVOICE'",
                began);
        List<Long> nanos = new ArrayList<>();
        posted.forEach((order, at) -> {
            if (received.containsKey(order)) {
                nanos.add(between(received.get(order), at));
            }
        });
        return Percentiles.of(nanos);
    }

    private static Map<String, Timestamp> times(Stack stack, Part server, String sql, Instant began)
            throws SQLException {
        Map<String, Timestamp> times = new HashMap<>();
        try (Connection database = stack.database(server);
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(began));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    times.put(row.getString(1), row.getTimestamp(2));
                }
            }
        }
        return times;
    }

    private static long between(Timestamp from, Timestamp to) {
        return Duration.between(from.toInstant(), to.toInstant()).toNanos();
    }
}
