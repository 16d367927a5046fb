package io.counterfoil.common.db;

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
 * Reference data as it was read last, as long as the database's mark for it is the same: the table {@code reference_mark}, whose
 * mark the service's triggers move in the transaction of each change, to a number that never was. A transaction asks once for
 * the mark: what it uses is never older than that.
 */
@ApplicationScoped
public class Remembered {

    private static final int MOST = 20_000;
    private static final long NONE = -1;
    private static final Long STALE = -2L;

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

    /** The running transaction has changed such data: from here on it sees its own change. */
    public void changed() {
        if (isRunning()) {
            transaction.putResource(Remembered.class, STALE);
        }
    }

    /** What was read while the mark moved is not kept, nor what a transaction read after a change that it did not tell of. */
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
        if (!isRunning()) {
            return askedFor();
        }
        Long known = (Long) transaction.getResource(Remembered.class);
        if (known == null || known.equals(STALE)) {
            known = askedFor();
            transaction.putResource(Remembered.class, known);
        }
        return known;
    }

    private boolean isRunning() {
        return transaction != null && transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private long askedFor() {
        return database.query("select mark from reference_mark")
                .one(row -> row.longValue("mark"))
                .orElse(NONE);
    }
}
