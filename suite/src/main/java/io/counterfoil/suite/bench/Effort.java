package io.counterfoil.suite.bench;

import io.counterfoil.suite.broker.Topology;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the whole has done up to a moment: processor time of each process, commits, statements, messages, calls elsewhere. */
record Effort(Map<String, Long> processorMillis, Map<String, Long> counts) {
    private static final String COMMITS = "commits of ";

    /** From now on PostgreSQL counts statements, where it was started to be able to. */
    static void countStatements(Stack stack) throws SQLException {
        String url = "jdbc:postgresql://localhost:%d/"
                .formatted(stack.access().ports().of(Endpoint.POSTGRES));
        String password = stack.access().secrets().of("database.postgres");
        for (Part server : Part.servers()) {
            try (Connection database = DriverManager.getConnection(url + server.database(), "postgres", password);
                    Statement statement = database.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
                statement.execute("grant pg_read_all_stats to " + server.database());
            }
        }
    }

    static Effort of(Stack stack) throws SQLException {
        Map<String, Long> times = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            times.put(part.label(), stack.processorTime(part).toMillis());
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        long messages = 0;
        long steps = 0;
        for (Part server : Part.servers()) {
            try (Connection database = stack.database(server);
                    Statement statement = database.createStatement()) {
                counts.put(
                        COMMITS + server.label(),
                        number(
                                statement,
                                "select xact_commit from pg_stat_database where datname = current_database()"));
                counts.put("statements of " + server.label(), statements(statement));
                messages += messages(stack, server, statement);
                steps += number(statement, "select coalesce(sum(attempts), 0) from step");
            }
        }
        counts.put("messages delivered", messages);
        counts.put("steps done in other systems", steps);
        counts.put(
                "calls to the CRM",
                stack.anonymous(Endpoint.SALESFORCE)
                        .get("/control/calls")
                        .expect(200)
                        .json()
                        .path("calls")
                        .asLong());
        return new Effort(times, counts);
    }

    /** Each event is delivered to the queues of its address that let its type in. */
    private static long messages(Stack stack, Part server, Statement statement) throws SQLException {
        String address = server.name().toLowerCase(Locale.ROOT) + ".events";
        List<String> queues = Topology.QUEUES.keySet().stream()
                .filter(queue -> Topology.QUEUES.get(queue).equals(address))
                .toList();
        long messages = 0;
        try (ResultSet row = statement.executeQuery("select type, count(*) from outbox group by type")) {
            while (row.next()) {
                String type = row.getString(1);
                messages += row.getLong(2)
                        * queues.stream()
                                .filter(queue -> stack.queues().letsIn(queue, type))
                                .count();
            }
        }
        return messages;
    }

    /** 0 where nobody counts them. */
    private static long statements(Statement statement) throws SQLException {
        boolean counted =
                number(statement, "select count(*) from pg_available_extensions where name = 'pg_stat_statements'") > 0
                        && number(statement, "select count(*) from pg_extension where extname = 'pg_stat_statements'")
                                > 0;
        return counted
                ? number(
                        statement,
                        "select coalesce(sum(calls), 0)::bigint from pg_stat_statements s join pg_database d on d.oid = s.dbid where datname = current_database()")
                : 0;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What was done since then, for each of so many. */
    Map<String, String> perOrder(Effort before, long orders) {
        Map<String, String> each = new LinkedHashMap<>();
        processorMillis.forEach((part, millis) -> each.put(
                "processor of " + part, hundredths(millis - before.processorMillis.get(part), orders) + " ms"));
        counts.forEach((what, count) -> {
            if (count > 0) {
                each.put(what, hundredths(count - before.counts.get(what), orders));
            }
        });
        return each;
    }

    long processorMillisSince(Effort before) {
        return processorMillis.entrySet().stream()
                .mapToLong(part -> part.getValue() - before.processorMillis.get(part.getKey()))
                .sum();
    }

    static String hundredths(long sum, long by) {
        long hundredths = by == 0 ? 0 : sum * 100 / by;
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }
}
