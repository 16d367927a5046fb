package io.counterfoil.common.db;

import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the database to this version without a server: what the migration Job of the chart runs before a new version is
 * rolled out. Reads {@code DB_HOST}, {@code DB_PORT}, {@code DB_NAME}, {@code DB_USER} and {@code DB_PASSWORD}; a failure
 * ends it with a stack trace and a non-zero exit code, which fails the release.
 */
public final class MigrateDatabase {

    private MigrateDatabase() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {required(environment, "DB_HOST")});
        source.setPortNumbers(new int[] {Integer.parseInt(environment.getOrDefault("DB_PORT", "5432"))});
        source.setDatabaseName(required(environment, "DB_NAME"));
        source.setUser(required(environment, "DB_USER"));
        source.setPassword(required(environment, "DB_PASSWORD"));
        Migrations.all(source, MigrateDatabase.class.getClassLoader());
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
