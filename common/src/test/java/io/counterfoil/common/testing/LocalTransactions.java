package io.counterfoil.common.testing;

import io.counterfoil.common.db.Transactions;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Real database transactions without a container: one connection, bound to the thread until commit or rollback. A benchmark
 * keeps some for the next transaction, as a server's pool does ({@code -Dcounterfoil.test.pool=8}); tests keep none.
 */
public final class LocalTransactions extends Transactions {
    private static final int POOL = Integer.getInteger("counterfoil.test.pool", 0);

    private final DataSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicLong statements = new AtomicLong();
    private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

    private record Open(Connection connection, List<Synchronization> synchronizations, Map<Object, Object> resources) {}

    LocalTransactions(DataSource source) {
        this.source = source;
    }

    /** How many statements transactions have made so far, a batch or a copy being one: what a set costs. */
    public long statements() {
        return statements.get();
    }

    @Override
    public <T> T fresh(Supplier<T> work) {
        Connection kept = idle.poll();
        Open transaction = new Open(kept == null ? connect() : kept, new ArrayList<>(), new HashMap<>());
        open.get().push(transaction);
        boolean committed = false;
        try {
            transaction.connection().setAutoCommit(false);
            T result = work.get();
            transaction.synchronizations().forEach(Synchronization::beforeCompletion);
            transaction.connection().commit();
            committed = true;
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            open.get().pop();
            end(transaction, committed);
        }
    }

    @Override
    public void fresh(Runnable work) {
        fresh(() -> {
            work.run();
            return null;
        });
    }

    /** What beans of the foundation ask for the state of the transaction, and tell what to do after it. */
    public TransactionSynchronizationRegistry registry() {
        return proxy(TransactionSynchronizationRegistry.class, (name, arguments) -> {
            Open transaction = open.get().peek();
            if (name.equals("getTransactionStatus")) {
                return transaction == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
            }
            if (name.equals("registerInterposedSynchronization")) {
                transaction.synchronizations().add((Synchronization) arguments[0]);
                return null;
            }
            if (name.equals("getResource")) {
                return transaction.resources().get(arguments[0]);
            }
            if (name.equals("putResource")) {
                transaction.resources().put(arguments[0], arguments[1]);
                return null;
            }
            throw new UnsupportedOperationException(name);
        });
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (name, arguments) -> {
            if (!name.equals("getConnection")) {
                throw new UnsupportedOperationException(name);
            }
            Open transaction = open.get().peek();
            return transaction == null ? connect() : lent(transaction.connection());
        });
    }

    /** The transaction's connection, which only the transaction closes. */
    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("unwrap")) {
                        statements.incrementAndGet();
                    }
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end(Open transaction, boolean committed) {
        Connection connection = transaction.connection();
        try {
            if (!committed) {
                connection.rollback();
            }
            if (idle.size() < POOL && !connection.isClosed()) {
                idle.push(connection);
            } else {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        int status = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
        transaction.synchronizations().forEach(waiting -> waiting.afterCompletion(status));
    }

    private interface Call {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.answer(method.getName(), arguments)));
    }
}
