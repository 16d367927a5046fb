package io.counterfoil.common.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How things of one kind lie in a table: a column for each value, the key first. Those of a set are written by one statement,
 * new ones as well as those that changed; what is {@link Versioned} has a column {@code version} besides.
 *
 * @param <T> what a row is of
 */
public final class Table<T> {

    private final String name;
    private final List<Column<T>> columns;
    private final List<Children<T, ?>> children;

    private record Column<T>(String name, String type, Function<? super T, ?> value, Function<Object, ?> written) {

        Object writtenOf(Object value) {
            return value == null ? null : written.apply(value);
        }
    }

    /** Things that belong to one of this table's, and are written with it. */
    record Children<T, C>(Table<C> table, Function<? super T, ? extends Iterable<C>> of) {}

    /** A thing, and its values as they are now. */
    record Changed(Versioned thing, Object[] before, Object[] now) {}

    private Table(String name, List<Column<T>> columns, List<Children<T, ?>> children) {
        this.name = name;
        this.columns = columns;
        this.children = children;
    }

    /** A table, as yet without columns. */
    public static <T> Table<T> named(String name) {
        return new Table<>(name, List.of(), List.of());
    }

    /** With a further column; the type is PostgreSQL's. */
    public Table<T> with(String column, String type, Function<? super T, ?> value) {
        return with(column, type, value, Function.identity());
    }

    /** The same for a value that is not written as it is, such as a record as JSON. It is compared as it is. */
    public Table<T> with(String column, String type, Function<? super T, ?> value, Function<Object, ?> written) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(column, type, value, written));
        return new Table<>(name, List.copyOf(more), children);
    }

    /** With things that belong to it in a table of their own. */
    public <C> Table<T> having(Table<C> table, Function<? super T, ? extends Iterable<C>> of) {
        List<Children<T, ?>> more = new ArrayList<>(children);
        more.add(new Children<>(table, of));
        return new Table<>(name, columns, List.copyOf(more));
    }

    List<Children<T, ?>> children() {
        return children;
    }

    Object key(T thing) {
        return columns.get(0).value().apply(thing);
    }

    Object[] values(T thing) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().apply(thing);
        }
        return values;
    }

    /** Appends the things of these values. */
    void append(Database database, List<Object[]> added, boolean versioned) {
        List<Object[]> rows = new ArrayList<>(added.size());
        for (Object[] values : added) {
            Object[] row = Arrays.copyOf(values, versioned ? values.length + 1 : values.length);
            for (int i = 0; i < values.length; i++) {
                row[i] = columns.get(i).writtenOf(values[i]);
            }
            if (versioned) {
                row[values.length] = 1;
            }
            rows.add(row);
        }
        database.appendAtOnce(
                name,
                joined(columns, Column::name) + (versioned ? ", version" : ""),
                joined(columns, Column::type) + (versioned ? ", int" : ""),
                rows);
    }

    /** Writes what changed in any of them; each must still be the version that was read. */
    void update(Database database, List<Changed> changed) {
        BitSet which = new BitSet();
        changed.forEach(one -> IntStream.range(1, columns.size())
                .filter(i -> !Objects.equals(one.before()[i], one.now()[i]))
                .forEach(which::set));
        List<Object[]> rows = new ArrayList<>(changed.size());
        for (Changed one : changed) {
            List<Object> row = new ArrayList<>(List.of(one.now()[0], one.thing().version()));
            which.stream().forEach(i -> row.add(columns.get(i).writtenOf(one.now()[i])));
            rows.add(row.toArray());
        }
        List<Column<T>> written = which.stream().mapToObj(columns::get).toList();
        Column<T> key = columns.get(0);
        int count = database.updateAtOnce(
                "update " + name + " t set " + joined(written, column -> column.name() + " = n." + column.name())
                        + ", version = n.version + 1",
                "n (" + key.name() + ", version, " + joined(written, Column::name) + ")",
                key.type() + ", int, " + joined(written, Column::type),
                "t." + key.name() + " = n." + key.name() + " and t.version = n.version",
                rows);
        if (count != changed.size()) {
            throw new ChangedMeanwhile(name, changed.size(), count);
        }
    }

    private static <C> String joined(List<C> columns, Function<C, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }
}
