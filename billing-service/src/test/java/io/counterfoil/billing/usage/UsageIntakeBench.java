package io.counterfoil.billing.usage;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Measures the intake; runs by name only: its figure is printed, never asserted. */
class UsageIntakeBench {

    @Test
    void intake() {
        int subscriptions = Integer.getInteger("counterfoil.subscriptions", 10_000);
        int bodies = Integer.getInteger("counterfoil.bodies", 10);
        int perBody = 50_000;
        MeteredHouse metered = new MeteredHouse();
        metered.plan(
                "calls",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""));
        UUID one = metered.subscribe("calls", "2026-01-01", "2027-01-01");
        List<UUID> ids = new ArrayList<>(List.of(one));
        for (int i = 1; i < subscriptions; i++) {
            ids.add(UUID.randomUUID());
        }
        metered.house.database.update(
                """
                insert into subscription select (jsonb_populate_record(s, jsonb_build_object('subscription_id', n.id, 'line_id', gen_random_uuid(),
                  'subscription_number', 'S' || n.id))).* from subscription s, unnest(?::uuid[]) n(id) where n.id <> s.subscription_id
                """,
                ids);
        metered.house.database.update(
                """
                insert into order_charge select (jsonb_populate_record(c, jsonb_build_object('order_charge_id', gen_random_uuid(), 'line_id', gen_random_uuid(),
                  'subscription_id', n.id))).* from order_charge c, unnest(?::uuid[]) n(id) where c.kind = 'USAGE' and n.id <> c.subscription_id
                """,
                ids);
        metered.house.database.update("analyze");
        Random random = new Random(1);
        PrintStream out = System.out;
        List<String> texts = new ArrayList<>();
        for (int b = 0; b < bodies; b++) {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < perBody; i++) {
                body.append(MeteredHouse.record(
                                ids.get(random.nextInt(subscriptions)),
                                "sum",
                                "key-" + b + "-" + i,
                                "1.5",
                                "2026-01-10T12:00:00Z"))
                        .append('\n');
            }
            texts.add(body.toString());
        }
        for (String text : texts) {
            long begun = System.nanoTime();
            long own = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String pid =
                    metered.house.one("select (select pid from pg_stat_activity where pid = pg_backend_pid())::text v");
            long stored = metered.send(text).stream()
                    .filter(o -> o.kind() == Outcome.Kind.ACCEPTED)
                    .count();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            long cpu = (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own)
                    / 1_000_000;
            out.println("java " + cpu + " ms, backend " + pid + "; " + stored + " records of "
                    + text.getBytes(StandardCharsets.UTF_8).length / 1024 + " KiB in " + millis + " ms: "
                    + stored * 1000 / Math.max(1, millis) + " records/s");
        }
    }
}
