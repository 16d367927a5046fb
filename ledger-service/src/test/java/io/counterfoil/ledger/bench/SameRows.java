package io.counterfoil.ledger.bench;

import io.counterfoil.ledger.LedgerUnderTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** What the database takes for the rows that posting has written: the same tables with their indexes, by COPY and by batches. */
final class SameRows {

    private static final List<String> TABLES = List.of(
            "inbox", "outbox", "journal_entry", "posting", "open_item", "revenue_schedule", "schedule_progress");
    private static final int BATCH = 500;

    private final Figures figures;

    SameRows(Figures figures) {
        this.figures = figures;
    }

    void measure(LedgerUnderTest ledger, long ourNanos) {
        try (Connection connection = ledger.postgres().outside().getConnection()) {
            long copied = 0;
            long batched = 0;
            for (String table : TABLES) {
                copied += copy(connection, table);
                batched += batch(connection, table);
            }
            figures.time("same-rows.copy", "the same rows by COPY", copied);
            figures.share("posting.share-of-copy", copied, ourNanos);
            figures.time("same-rows.batches", "the same rows by batched inserts", batched);
            figures.share("posting.share-of-batches", batched, ourNanos);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long copy(Connection connection, String table) throws SQLException, IOException {
        twin(connection, table);
        CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        String columns = columns(connection, table);
        copies.copyOut("copy " + table + " (" + columns + ") to stdout (format binary)", rows);
        long begun = System.nanoTime();
        copies.copyIn(
                "copy twin (" + columns + ") from stdin (format binary)", new ByteArrayInputStream(rows.toByteArray()));
        return System.nanoTime() - begun;
    }

    private static long batch(Connection connection, String table) throws SQLException {
        twin(connection, table);
        List<Object[]> rows = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        read(connection, table, rows, types);
        String marks = "?, ".repeat(types.size()).replaceAll(", $", "");
        long begun = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into twin (" + columns(connection, table)
                + ") overriding system value values (" + marks + ")")) {
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < types.size(); column++) {
                    insert.setObject(column + 1, rows.get(i)[column], types.get(column));
                }
                insert.addBatch();
                if (i % BATCH == BATCH - 1 || i == rows.size() - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        long took = System.nanoTime() - begun;
        connection.setAutoCommit(true);
        return took;
    }

    private static void read(Connection connection, String table, List<Object[]> rows, List<Integer> types)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + columns(connection, table) + " from " + table)) {
            ResultSetMetaData columns = result.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                int type = columns.getColumnType(i);
                boolean plain =
                        type == Types.BIGINT || type == Types.INTEGER || type == Types.DATE || type == Types.BIT;
                types.add(plain ? type : Types.OTHER);
            }
            while (result.next()) {
                Object[] row = new Object[types.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = types.get(i) == Types.OTHER ? result.getString(i + 1) : result.getObject(i + 1);
                }
                rows.add(row);
            }
        }
    }

    /** All but those that the database works out by itself. */
    private static String columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(
                        "select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
            names.next();
            return names.getString(1);
        }
    }

    /** Without triggers and foreign keys, but with all indexes. */
    private static void twin(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists twin");
            statement.execute(
                    "create table twin (like " + table + " including indexes including defaults including generated)");
            statement.execute("checkpoint");
        }
    }
}
