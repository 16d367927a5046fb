package io.counterfoil.suite;

import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** As long as this is open the server takes no event: its inbox is locked, so what it has begun can't commit. */
final class HeldInbox implements AutoCloseable {
    private final Connection connection;

    private HeldInbox(Connection connection) {
        this.connection = connection;
    }

    static HeldInbox of(Stack stack, Part server) {
        try {
            Connection connection = stack.database(server);
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("lock table inbox in access exclusive mode");
            }
            return new HeldInbox(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
