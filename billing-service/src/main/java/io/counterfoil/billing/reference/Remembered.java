package io.counterfoil.billing.reference;

import io.counterfoil.common.db.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Entities, plans, rates, policies and series as they were read last, as long as the database's mark for reference data is the
 * same. A transaction asks once for the mark: what it uses is never older than that.
 */
@ApplicationScoped
public class Remembered {

    private static final int MOST = 20_000;
    private static final long NONE = -1;

    @Inject
    Database database;

    @Resource
    TransactionSynchronizationRegistry transaction;

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    public Remembered() {}

    /** For use without a container, such as tests and tools: asks for the mark each time. */
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
            if (known != null && known.mark() == mark && mark != NONE) {
                found.put(name, (T) known.value());
            } else {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            Map<String, T> fresh = read.apply(missing);
            found.putAll(fresh);
            keep(reader, fresh, mark);
        }
        return found;
    }

    /** What a transaction read after a change of its own is not kept: nobody else may see it, and it may be rolled back. */
    private void keep(Class<?> reader, Map<String, ?> fresh, long mark) {
        if (askedFor() != mark) {
            return;
        }
        if (kept.size() > MOST) {
            kept.clear();
        }
        fresh.forEach((name, value) -> kept.put(new Key(reader, name), new Kept(mark, value)));
    }

    private long mark() {
        if (transaction == null || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return askedFor();
        }
        Long known = (Long) transaction.getResource(Remembered.class);
        if (known == null) {
            known = askedFor();
            transaction.putResource(Remembered.class, known);
        }
        return known;
    }

    private long askedFor() {
        return database.query("select mark from reference_mark")
                .one(row -> row.longValue("mark"))
                .orElse(NONE);
    }
}
