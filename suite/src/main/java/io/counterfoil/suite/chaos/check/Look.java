package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the databases; the connections can't write. */
public final class Look implements AutoCloseable {
    private final Access access;
    private final Map<Part, Connection> connections = new LinkedHashMap<>();

    public Look(Access access) {
        this.access = access;
    }

    /** A row by the names of its columns. */
    public record Row(Map<String, Object> values) {
        public String text(String column) {
            return String.valueOf(values.get(column));
        }

        public long number(String column) {
            return values.get(column) == null ? 0 : ((Number) values.get(column)).longValue();
        }
    }

    public synchronized List<Row> rows(Part server, String sql, Object... arguments) {
        try (PreparedStatement statement = connection(server).prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return read(result);
            }
        } catch (SQLException e) {
            forget(server);
            throw new IllegalStateException(server.label() + " can't be read: " + e.getMessage(), e);
        }
    }

    private static List<Row> read(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    public long number(Part server, String sql, Object... arguments) {
        return rows(server, sql, arguments).get(0).values().values().stream()
                .mapToLong(value -> value == null ? 0 : ((Number) value).longValue())
                .findFirst()
                .orElse(0);
    }

    /** The first column of all rows. */
    public Set<String> texts(Part server, String sql, Object... arguments) {
        Set<String> texts = new LinkedHashSet<>();
        rows(server, sql, arguments)
                .forEach(row -> texts.add(
                        String.valueOf(row.values().values().iterator().next())));
        return texts;
    }

    private Connection connection(Part server) throws SQLException {
        Connection known = connections.get(server);
        if (known == null || known.isClosed()) {
            known = access.database(server);
            known.setReadOnly(true);
            connections.put(server, known);
        }
        return known;
    }

    private void forget(Part server) {
        try (Connection broken = connections.remove(server)) {
            if (broken == null) {
                return;
            }
        } catch (SQLException gone) {
            connections.remove(server);
        }
    }

    @Override
    public void close() {
        List.copyOf(connections.keySet()).forEach(this::forget);
    }
}
