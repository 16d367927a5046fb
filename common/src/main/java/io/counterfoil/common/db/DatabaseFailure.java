package io.counterfoil.common.db;

import java.sql.SQLException;

/** The database could not do what was asked: a technical failure, worth another try; never a refusal. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The SQLSTATE, such as {@code 23505} for a broken unique constraint; null where the driver gave none. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }

    public boolean isUniqueViolation() {
        return "23505".equals(sqlState());
    }
}
