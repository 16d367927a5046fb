package io.counterfoil.billing.subscription;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.common.http.Json;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
}
