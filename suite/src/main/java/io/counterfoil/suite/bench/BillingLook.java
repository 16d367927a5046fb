package io.counterfoil.suite.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a benchmark sees of billing's database: only what is committed counts. */
final class BillingLook {
    private static final Duration PATIENCE = Duration.ofMinutes(45);
    private static final long PAUSE_MILLIS = 100;
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Connection database;

    BillingLook(Connection database) {
        this.database = database;
    }

    /** A question that is asked until the answer is yes. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    /** Invoices that have their number; the counter tells without counting rows. */
    long numbered() throws SQLException {
        return number("select coalesce(sum(last_number), 0) from number_counter where legal_entity_id = 'BM01'");
    }

    long lines() throws SQLException {
        return number("select count(*) from invoice_line");
    }

    /** 0 when everything was told. */
    long unsent() throws SQLException {
        return number("select count(*) from (select 1 from outbox_unsent limit 1) unsent");
    }

    /** Cleans up after what was written before, so that the next measurement does not pay for it. */
    void settle() throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String table : List.of("invoice", "invoice_line", "invoice_tax", "outbox")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    /** What is wrong with the invoices; empty when none is missing, none there twice, and no number left out. */
    List<String> complaints(long expected) throws SQLException {
        List<String> complaints = new ArrayList<>();
        long invoices = number("select count(*) from invoice where legal_entity_id = 'BM01'");
        if (invoices != expected) {
            complaints.add(expected + " invoices should be there, " + invoices + " are");
        }
        long twice = number(
                "select count(*) from (select 1 from invoice where legal_entity_id = 'BM01' group by agreement_id, tax_point_date having count(*) > 1) twice");
        if (twice > 0) {
            complaints.add(twice + " subscriptions were billed twice");
        }
        if (numbered() != invoices) {
            complaints.add(numbered() + " numbers were given to " + invoices + " invoices");
        }
        long told =
                number("select count(*) from outbox where type like '%.invoice.issued.v1' and legal_entity = 'BM01'");
        if (told != invoices) {
            complaints.add(told + " of " + invoices + " invoices were told");
        }
        return complaints;
    }

    void await(Condition condition, Consumer<String> progress) throws SQLException {
        long began = System.nanoTime();
        long told = began;
        long before = numbered();
        while (!condition.holds()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("not there after " + PATIENCE.toMinutes() + " minutes");
            }
            pause();
            if (System.nanoTime() - told > TELL_EVERY_NANOS) {
                long now = numbered();
                long rate = (now - before) * 1_000_000_000L / (System.nanoTime() - told);
                progress.accept("  %d invoices, %d invoices/s".formatted(now, rate));
                told = System.nanoTime();
                before = now;
            }
        }
    }

    /** The machine's load of the last minute, as the system tells it; empty where it doesn't. */
    static String loadAverage() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException notTold) {
            return "";
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
