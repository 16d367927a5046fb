package io.counterfoil.common.db;

import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One row of a result, read by column name; SQL null is Java null except where a primitive is asked for. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return read(() -> result.getString(column));
    }

    public UUID uuid(String column) {
        return read(() -> result.getObject(column, UUID.class));
    }

    public long longValue(String column) {
        return read(() -> result.getLong(column));
    }

    /** As {@link #longValue}, but null stays null. */
    public Long longOrNull(String column) {
        return read(() -> {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        });
    }

    public int intValue(String column) {
        return read(() -> result.getInt(column));
    }

    public boolean bool(String column) {
        return read(() -> result.getBoolean(column));
    }

    /** As {@link #intValue}, but null stays null. */
    public Integer intOrNull(String column) {
        return read(() -> {
            int value = result.getInt(column);
            return result.wasNull() ? null : value;
        });
    }

    /** As {@link #bool}, but null stays null. */
    public Boolean boolOrNull(String column) {
        return read(() -> {
            boolean value = result.getBoolean(column);
            return result.wasNull() ? null : value;
        });
    }

    /** One of an enumeration by its name. */
    public <E extends Enum<E>> E one(Class<E> of, String column) {
        String name = text(column);
        return name == null ? null : Enum.valueOf(of, name);
    }

    public BigDecimal decimal(String column) {
        return read(() -> result.getBigDecimal(column));
    }

    public byte[] bytes(String column) {
        return read(() -> result.getBytes(column));
    }

    public LocalDate date(String column) {
        return read(() -> result.getObject(column, LocalDate.class));
    }

    public Instant instant(String column) {
        OffsetDateTime time = read(() -> result.getObject(column, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    /** An amount from a column of minor units and one with the currency. */
    public Money money(String minorColumn, String currencyColumn) {
        return Money.ofMinor(longValue(minorColumn), text(currencyColumn));
    }

    private <T> T read(Column<T> column) {
        try {
            return column.get();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Column<T> {
        T get() throws SQLException;
    }
}
