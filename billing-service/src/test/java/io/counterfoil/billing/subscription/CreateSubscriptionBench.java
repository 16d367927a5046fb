package io.counterfoil.billing.subscription;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.together.Asked;
import io.counterfoil.common.trace.Correlation;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures single subscriptions with their first invoice, without HTTP; runs by name only: its figure is printed, never asserted. */
class CreateSubscriptionBench {
    private static final String WANTED =
            """
            {"customerId": "%s", "legalEntityId": "US01", "currency": "USD", "planId": "platform-monthly", "quantity": "3",
             "unitPrice": "10.00", "billTo": {"name": "Buyer", "address": {"country": "US", "region": "CA"}}}
            """;

    @Test
    void one_after_the_other() {
        BillingHouse house = new BillingHouse().furnished();
        CreateSubscription create = house.beans.get(CreateSubscription.class);
        PrintStream out = System.out;
        int count = Integer.getInteger("counterfoil.subscriptions", 2_000);
        for (int round = 0; round < 3; round++) {
            long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                byte[] wanted = WANTED.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
                house.inTransaction(() -> create.handle(Json.read(wanted, SubscriptionJson.Wanted.class)));
            }
            long micros = (System.nanoTime() - began) / 1000;
            long java = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1000;
            out.printf("%d subscriptions: %d/s, Java %d us each%n", count, count * 1_000_000L / micros, java / count);
        }
    }

    /** As several clients get them who ask at the same moment; the statements of all are those of one set. */
    @Test
    void in_sets() throws IOException {
        BillingHouse house = new BillingHouse().furnished();
        CreateSubscriptions create = house.beans.get(CreateSubscriptions.class);
        PrintStream out = System.out;
        int count = Integer.getInteger("counterfoil.subscriptions", 4_000);
        for (int size : new int[] {1, 4, 8, 1, 4, 8}) {
            long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long server = postgres(house);
            for (int i = 0; i < count / size; i++) {
                house.inTransaction(() -> {
                    house.database.query(SETTINGS).list(row -> row);
                    Gathering.within(() -> create.handle(Stream.generate(CreateSubscriptionBench::asked)
                            .limit(size)
                            .toList()));
                });
            }
            out.printf(
                    "in sets of %d: Java %d us, PostgreSQL %d us each%n",
                    size,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1000 / count,
                    (postgres(house) - server) / count);
        }
    }

    private static final String SETTINGS = System.getProperty(
            "counterfoil.settings",
            "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)");

    private static Asked<SubscriptionJson.Wanted> asked() {
        byte[] wanted = WANTED.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        return new Asked<>(Json.read(wanted, SubscriptionJson.Wanted.class), Correlation.fresh("bench"), null);
    }

    /** Microseconds on a processor of the one connection that the thread has. */
    private static long postgres(BillingHouse house) throws IOException {
        String backend = house.inTransaction(() -> house.one("select pg_backend_pid()::text v"));
        String[] times =
                Files.readString(Path.of("/proc/" + backend + "/schedstat")).split(" ");
        return Long.parseLong(times[0]) / 1000;
    }
}
