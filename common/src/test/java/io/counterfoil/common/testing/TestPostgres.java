package io.counterfoil.common.testing;

import io.counterfoil.common.db.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test's own on a real PostgreSQL that all tests of the JVM share, with the foundation's and the
 * service's migrations applied.
 *
 * <pre>
 * private static final TestPostgres POSTGRES = TestPostgres.migrated();
 * private final Database database = POSTGRES.database();
 *
 * POSTGRES.transactions().fresh(() -&gt; database.update("..."));
 * </pre>
 *
 * What runs outside {@code transactions()} commits statement by statement.
 */
public final class TestPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String database;
    private final PGSimpleDataSource plain;
    private final LocalTransactions transactions;

    private TestPostgres(String database, PGSimpleDataSource plain) {
        this.database = database;
        this.plain = plain;
        this.transactions = new LocalTransactions(plain);
    }

    /** A fresh database with all migrations that are on the class path: a copy of one to which they were applied. */
    public static TestPostgres migrated() {
        return created(" template " + Template.MIGRATED.database);
    }

    /** A fresh database with nothing in it. */
    public static TestPostgres empty() {
        return created("");
    }

    private static TestPostgres created(String from) {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {Server.RUNNING.getPort()});
        source.setDatabaseName(name);
        source.setUser("postgres");
        source.setReWriteBatchedInserts(true);
        return new TestPostgres(name, source);
    }

    /** Connections that join the thread's transaction, where {@link #transactions()} has opened one. */
    public DataSource dataSource() {
        return transactions.dataSource();
    }

    public Database database() {
        return new Database(dataSource());
    }

    /** The foundation's transactions, without a container: opened on this database, bound to the thread. */
    public LocalTransactions transactions() {
        return transactions;
    }

    /** A connection beside all transactions, such as for looking at what is committed. */
    public DataSource outside() {
        return plain;
    }

    private void migrate(String location, String history) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(plain)
                .locations("classpath:" + location)
                .failOnMissingLocations(false)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** Nobody stays connected to it, so that it can be copied. */
    private static final class Template {
        static final TestPostgres MIGRATED = make();

        private static TestPostgres make() {
            TestPostgres fresh = empty();
            fresh.migrate("db/common", "schema_history_common");
            fresh.migrate("db/migration", "schema_history");
            return fresh;
        }
    }

    /** Started with the first database that is asked for; ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "100");
                // A benchmark wants the settings of a real server: "fsync=on shared_buffers=512MB".
                for (String setting :
                        System.getProperty("counterfoil.test.postgres", "").split(" ")) {
                    int equals = setting.indexOf('=');
                    if (equals > 0) {
                        builder.setServerConfig(setting.substring(0, equals), setting.substring(equals + 1));
                    }
                }
                return builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
