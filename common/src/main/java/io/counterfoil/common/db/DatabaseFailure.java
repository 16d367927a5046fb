package io.counterfoil.common.db;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** The database could not do what was asked: a technical failure, worth another try; never a refusal. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** SQLSTATE classes that say nothing against the rows: connection, resources, deadlock, time-out, shutdown. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    /** Whether the database was only away or busy: the same work may succeed later. */
    public static boolean isPassing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state == null || PASSING.contains(state.substring(0, 2)));
    }

    /** The SQLSTATE, such as {@code 23505} for a broken unique constraint; null where the driver gave none. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }

    public boolean isUniqueViolation() {
        return "23505".equals(sqlState());
    }
}
