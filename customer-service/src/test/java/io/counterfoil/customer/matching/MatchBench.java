package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Measures matching in bulk on a PostgreSQL beside it: accounts against customers, by the thousand. Started by
 * {@code ./counterfoil bench match}; asserts nothing.
 */
public final class MatchBench {

    private static final int BATCH = 1000;
    private static final int LOAD = 10_000;
    private static final long SECOND = 1_000_000_000L;

    private MatchBench() {}

    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]);
        int accounts = Integer.parseInt(arguments[1]);
        int customers = Integer.parseInt(arguments[2]);
        TestPostgres postgres = TestPostgres.migrated();
        fill(postgres.database(), customers);
        Matching matching = TestBeans.on(postgres).get(Matching.class);
        Map<String, Long> outcomes = new TreeMap<>();
        long most = 0;
        long began = System.nanoTime();
        for (int from = 0; from < accounts; from += BATCH) {
            List<Account> some = IntStream.range(from, Math.min(accounts, from + BATCH))
                    .mapToObj(number -> Population.account(number, customers))
                    .toList();
            matching.findAll(some).forEach(verdict -> outcomes.merge(verdict.outcome(), 1L, Long::sum));
            Runtime memory = Runtime.getRuntime();
            most = Math.max(most, memory.totalMemory() - memory.freeMemory());
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        long rate = accounts * 1000L / Math.max(1, millis);
        String said = "%,d accounts against %,d customers in %,d ms: %,d accounts/s, at most %,d MiB of heap; %s"
                .formatted(accounts, customers, millis, rate, most >> 20, outcomes);
        System.out.println(said);
        Files.createDirectories(report.getParent());
        Files.writeString(
                report,
                "{\"accounts\":%d,\"customers\":%d,\"millis\":%d,\"accountsPerSecond\":%d,\"heapMiB\":%d}%n"
                        .formatted(accounts, customers, millis, rate, most >> 20));
        System.exit(0);
    }

    /** Copied in; each row is right by construction, so that nobody looks up what it refers to. */
    private static void fill(Database database, int customers) {
        long began = System.nanoTime();
        List<String> referring = List.of("match_key", "customer_reference");
        referring.forEach(table -> database.update("alter table " + table + " disable trigger all"));
        for (int from = 0; from < customers; from += LOAD) {
            Population.fill(database, from, Math.min(customers, from + LOAD));
        }
        referring.forEach(table -> database.update("alter table " + table + " enable trigger all"));
        database.update("analyze");
        long seconds = (System.nanoTime() - began) / SECOND;
        System.out.println("%,d customers copied in within %,d s".formatted(customers, seconds));
    }
}
