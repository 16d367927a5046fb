package io.counterfoil.common.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Plain SQL on the service's database, in the current transaction where there is one.
 *
 * <p>Parameters are bound by position. Collections of UUID, String, Long, LocalDate become PostgreSQL arrays (for
 * {@code = any(?)} and {@code unnest(?)}); {@link Instant} becomes {@code timestamptz}.
 */
@ApplicationScoped
public class Database {

    /** From so many rows on, the round trips of a copy are worth it. */
    private static final int MANY = 20;

    @Resource(lookup = "jdbc/database")
    DataSource source;

    public Database() {}

    /** For use without a container, such as tests and tools. */
    public Database(DataSource source) {
        this.source = source;
    }

    public Query query(String sql, Object... parameters) {
        return new Query(sql, parameters);
    }

    /** Runs a statement; returns how many rows it concerned. */
    public int update(String sql, Object... parameters) {
        return prepared(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /**
     * Runs one statement for many rows in one round trip; returns how many rows were concerned in all. One row is no batch: the driver
     * would have the statement planned anew each time.
     */
    public int batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        if (rows.size() == 1) {
            return update(sql, rows.get(0));
        }
        return prepared(sql, statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            int total = 0;
            for (int count : statement.executeBatch()) {
                total += count == PreparedStatement.SUCCESS_NO_INFO ? 1 : Math.max(0, count);
            }
            return total;
        });
    }

    /**
     * Appends rows to a table: a few by an insert, many by {@code copy}, which takes half the time.
     *
     * @param columns their names, parted by commas, in the order of each row's values
     */
    public void append(String table, String columns, List<Object[]> rows) {
        if (rows.size() < MANY) {
            String marks = "?" + ", ?".repeat(columns.split(",").length - 1);
            batch("insert into " + table + " (" + columns + ") values (" + marks + ")", rows);
            return;
        }
        try (Connection connection = source.getConnection()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            byte[] text = CopyText.of(rows);
            CopyIn copy = copies.copyIn("copy " + table + " (" + columns + ") from stdin");
            copy.writeToCopy(text, 0, text.length);
            copy.endCopy();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Appends those rows that are not there yet, in one statement; returns how many were appended.
     *
     * @param types of the columns, in PostgreSQL's words, parted by commas
     * @param unless what may be there already: the columns of a unique constraint
     */
    public int appendNew(String table, String columns, String types, String unless, List<Object[]> rows) {
        return atOnce(
                "insert into " + table + " (" + columns + ") select * from " + unnested(types) + " on conflict ("
                        + unless + ") do nothing",
                rows);
    }

    /**
     * Appends rows, always by one statement: what the schema asks of a statement's rows, it asks of all of them.
     *
     * @param types of the columns, in PostgreSQL's words, parted by commas
     */
    void appendAtOnce(String table, String columns, String types, List<Object[]> rows) {
        if (rows.size() < MANY) {
            atOnce("insert into " + table + " (" + columns + ") select * from " + unnested(types), rows);
        } else {
            append(table, columns, rows);
        }
    }

    /**
     * Updates many rows in one statement, each by values of its own; returns how many were updated.
     *
     * @param update up to the end of what is set
     * @param as what the values are called there
     */
    int updateAtOnce(String update, String as, String types, String where, List<Object[]> rows) {
        return atOnce(update + " from " + unnested(types) + " as " + as + " where " + where, rows);
    }

    private static String unnested(String types) {
        return Arrays.stream(types.split(", *"))
                .map(type -> "?::" + type + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    private int atOnce(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return prepared(sql, statement -> {
            for (int i = 0; i < rows.get(0).length; i++) {
                statement.setObject(i + 1, ArrayText.ofColumn(rows, i), Types.OTHER);
            }
            return statement.executeUpdate();
        });
    }

    /** A value whose type is that of its column, such as {@code jsonb}. */
    public record AsColumn(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A question whose rows are still to be read. */
    public final class Query {
        private final String sql;
        private final Object[] parameters;

        private Query(String sql, Object[] parameters) {
            this.sql = sql;
            this.parameters = parameters;
        }

        public <T> List<T> list(Function<Row, T> reader) {
            return prepared(sql, statement -> {
                bind(statement, parameters);
                List<T> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    Row row = new Row(result);
                    while (result.next()) {
                        rows.add(reader.apply(row));
                    }
                }
                return rows;
            });
        }

        /** The first row, if any. */
        public <T> Optional<T> one(Function<Row, T> reader) {
            return list(reader).stream().findFirst();
        }
    }

    private <T> T prepared(String sql, Work<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Collection<?> many && many.isEmpty()) {
                // Of what it is empty only the statement knows.
                statement.setObject(i + 1, "{}", Types.OTHER);
            } else if (parameters[i] instanceof AsColumn value) {
                statement.setObject(i + 1, value.text(), Types.OTHER);
            } else {
                statement.setObject(i + 1, toJdbc(parameters[i], statement));
            }
        }
    }

    private static Object toJdbc(Object value, PreparedStatement statement) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> name) {
            return name.name();
        }
        return value instanceof Collection<?> many ? array(many, statement.getConnection()) : value;
    }

    private static Array array(Collection<?> values, Connection connection) throws SQLException {
        Object first = values.stream()
                .filter(v -> v != null)
                .map(Object.class::cast)
                .findFirst()
                .orElse("");
        Object[] elements = values.stream()
                .map(v -> v instanceof Instant i ? i.atOffset(ZoneOffset.UTC) : v instanceof Enum<?> e ? e.name() : v)
                .toArray();
        return connection.createArrayOf(arrayType(first), elements);
    }

    private static String arrayType(Object element) {
        if (element instanceof UUID) {
            return "uuid";
        }
        if (element instanceof Long || element instanceof Integer) {
            return "bigint";
        }
        if (element instanceof LocalDate) {
            return "date";
        }
        if (element instanceof Instant) {
            return "timestamptz";
        }
        return element instanceof java.math.BigDecimal ? "numeric" : "text";
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
