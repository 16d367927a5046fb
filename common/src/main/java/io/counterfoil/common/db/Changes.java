package io.counterfoil.common.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;

/**
 * What a transaction has at hand for change: each thing once, however often it is asked for. Before the commit, or earlier
 * where somebody needs it in the database, all that is new or has changed is written by sets: one statement for each table,
 * however many things of it there are. Nobody has to say that something changed.
 */
@ApplicationScoped
public class Changes {

    @Inject
    Database database;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** The thing, where the transaction has it at hand already. */
    public <T> Optional<T> known(Table<T> table, Object id) {
        return open().flatMap(atHand -> atHand.known(table, id));
    }

    /** Keeps at hand what was read, and locked, for change. */
    public <T> T keep(Table<T> table, T read) {
        atHand().keep(table, read);
        return read;
    }

    /** Something new. */
    public <T> void add(Table<T> table, T thing) {
        atHand().add(table, thing);
    }

    /** Writes now what would be written before the commit. */
    public void write() {
        open().ifPresent(atHand -> atHand.write(database));
    }

    private Optional<AtHand> open() {
        return isRunning() ? Optional.ofNullable((AtHand) transaction.getResource(Changes.class)) : Optional.empty();
    }

    private AtHand atHand() {
        if (!isRunning()) {
            throw new IllegalStateException("what is changed is changed in a transaction");
        }
        return open().orElseGet(() -> {
            AtHand fresh = new AtHand();
            transaction.putResource(Changes.class, fresh);
            transaction.registerInterposedSynchronization(new WriteBeforeCommit(fresh));
            return fresh;
        });
    }

    private boolean isRunning() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private final class WriteBeforeCommit implements Synchronization {
        private final AtHand atHand;

        WriteBeforeCommit(AtHand atHand) {
            this.atHand = atHand;
        }

        @Override
        public void beforeCompletion() {
            atHand.write(database);
        }

        @Override
        public void afterCompletion(int status) {
            // what was at hand goes with the transaction
        }
    }
}
