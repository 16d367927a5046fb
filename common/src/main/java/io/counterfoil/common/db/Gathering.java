package io.counterfoil.common.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Many changes of one transaction, made as one set. Rows that they append are kept until the last change was made and written
 * together: one statement for each table, and not one for each row. What they read of reference data is read once, and what
 * was locked for all of them is at hand for each. Outside a set each row is written, and each thing is read, at once.
 */
public final class Gathering {

    private static final ThreadLocal<Gathering> CURRENT = new ThreadLocal<>();

    private final Map<Class<?>, Rows> kept = new LinkedHashMap<>();
    private final Map<Object, Object> known = new HashMap<>();

    private record Rows(Consumer<List<Object[]>> writer, List<Object[]> rows) {}

    private record Key(Class<?> type, Object id) {}

    private Gathering() {}

    /** Does the work and then writes what it appended; when it fails nothing is written. It stays in one transaction. */
    public static void within(Runnable work) {
        if (CURRENT.get() != null) {
            work.run();
            return;
        }
        Gathering gathering = new Gathering();
        CURRENT.set(gathering);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
        gathering.kept.values().forEach(each -> each.writer().accept(each.rows()));
    }

    /** Appends rows by the writer, at once or with those of others; rows of one owner are written together. */
    public static void add(Class<?> owner, Consumer<List<Object[]>> writer, List<Object[]> rows) {
        Gathering open = CURRENT.get();
        if (open == null) {
            writer.accept(rows);
        } else {
            open.kept
                    .computeIfAbsent(owner, first -> new Rows(writer, new ArrayList<>()))
                    .rows()
                    .addAll(rows);
        }
    }

    /** What is read by the key, once in a set; the key says all that the answer depends on. */
    @SuppressWarnings("unchecked")
    public static <T> T once(Class<?> reader, Object key, Supplier<T> read) {
        Gathering open = CURRENT.get();
        if (open == null) {
            return read.get();
        }
        Key name = new Key(reader, key);
        if (!open.known.containsKey(name)) {
            open.known.put(name, read.get());
        }
        return (T) open.known.get(name);
    }

    /** Keeps at hand, for the rest of the set, what was locked for it. */
    public static void know(Class<?> type, Object id, Object locked) {
        Gathering open = CURRENT.get();
        if (open != null) {
            open.known.put(new Key(type, id), locked);
        }
    }

    /** What was locked for the set; empty where it was not, and outside a set. */
    public static <T> Optional<T> known(Class<T> type, Object id) {
        Gathering open = CURRENT.get();
        return open == null ? Optional.empty() : Optional.ofNullable(type.cast(open.known.get(new Key(type, id))));
    }
}
