package io.counterfoil.common.db;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version before anything else runs: first the foundation's tables, then the service's own,
 * each with a history of its own. Where a deployment migrates beforehand it sets {@code migrate.at.start=false}.
 */
@ApplicationScoped
class Migrations {

    static final int FIRST = 10;

    @Resource(lookup = "jdbc/database")
    DataSource source;

    @Inject
    @ConfigProperty(name = "migrate.at.start", defaultValue = "true")
    boolean atStart;

    void run(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object started) {
        if (atStart) {
            all(source, Thread.currentThread().getContextClassLoader());
        }
    }

    /** The foundation's tables, then the service's own. */
    static void all(DataSource source, ClassLoader resources) {
        migrate(source, resources, "db/common", "schema_history_common");
        migrate(source, resources, "db/migration", "schema_history");
    }

    private static void migrate(DataSource source, ClassLoader resources, String location, String history) {
        Flyway.configure(resources)
                .dataSource(source)
                .locations("classpath:" + location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
