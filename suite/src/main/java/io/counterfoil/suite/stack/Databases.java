package io.counterfoil.suite.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The databases inside PostgreSQL: one for each server, with a user that sees no other. */
final class Databases {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final int port;
    private final Secrets secrets;

    Databases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    void create() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            for (Part server : Part.servers()) {
                if (isMissing(statement, "pg_database", "datname", server.database())) {
                    create(statement, server);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases could not be made: " + e.getMessage(), e);
        }
    }

    private void create(Statement statement, Part server) throws SQLException {
        String name = server.database();
        if (isMissing(statement, "pg_roles", "rolname", name)) {
            statement.execute("create role " + name + " login password '" + secrets.database(server) + "'");
        }
        statement.execute("create database " + name + " owner " + name);
        statement.execute("revoke all on database " + name + " from public");
    }

    private static boolean isMissing(Statement statement, String catalogue, String column, String name)
            throws SQLException {
        String sql = "select 1 from %s where %s = '%s'".formatted(catalogue, column, name);
        try (ResultSet found = statement.executeQuery(sql)) {
            return !found.next();
        }
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : MUST_BE_ON) {
            try (ResultSet value = statement.executeQuery("show " + setting)) {
                value.next();
                if (!value.getString(1).equals("on")) {
                    throw new CannotStart(
                            CannotStart.FAILED, "PostgreSQL runs with " + setting + "=" + value.getString(1));
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres?connectTimeout=2&loginTimeout=2",
                "postgres",
                secrets.of("database.postgres"));
    }
}
