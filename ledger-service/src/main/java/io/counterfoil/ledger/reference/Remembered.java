package io.counterfoil.ledger.reference;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Entities, policies and rules as they were read last, as long as the database's mark for reference data is the same. It
 * is asked for the mark each time, in the caller's transaction: what is used is never older than that.
 */
@ApplicationScoped
public class Remembered {

    @Inject
    Database database;

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    public Remembered() {}

    /** For use without a container, such as tests and tools. */
    public Remembered(Database database) {
        this.database = database;
    }

    private record Key(Class<?> reader, String name) {}

    private record Kept(long mark, Object value) {}

    /** The values of these names; those that are not known are read together. A name without a value is left out. */
    @SuppressWarnings("unchecked")
    public <T> Map<String, T> of(
            Class<?> reader, Collection<String> names, Function<Set<String>, Map<String, T>> read) {
        long mark = mark();
        Map<String, T> found = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (String name : names) {
            Kept known = kept.get(new Key(reader, name));
            if (known != null && known.mark() == mark) {
                found.put(name, (T) known.value());
            } else {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            Map<String, T> fresh = read.apply(missing);
            fresh.forEach((name, value) -> kept.put(new Key(reader, name), new Kept(mark, value)));
            found.putAll(fresh);
        }
        return found;
    }

    private long mark() {
        return database.query("select mark from reference_mark")
                .one(row -> row.longValue("mark"))
                .orElseThrow();
    }
}
