package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.BillingHouse;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Measures what an invoice of the billing run costs, in processor time of Java and of PostgreSQL, since others may load the machine;
 * runs by name only: its figures are printed, never asserted. Without the relay.
 */
class BillingRunBench {
    private static final int SIZE = Integer.getInteger("counterfoil.subscriptions", 20_000);
    private static final int SET = Integer.getInteger("counterfoil.set", 500);
    private static final int THREADS = Integer.getInteger("counterfoil.threads", 2);
    private static final long TICK_MILLIS = 10;

    private final BillingHouse house = new BillingHouse().furnished();
    private final PrintStream out = System.out;

    @Test
    void run() throws IOException, InterruptedException {
        house.database.update("insert into plan values ('bench', 1, 'bench', '2020-01-01', null, now())");
        for (String charge : new String[] {"main", "seats", "support"}) {
            house.database.update(
                    "insert into plan_charge values ('bench', 1, ?, ?, ?, 'RECURRING', 'PER_UNIT', 'MONTH')",
                    charge.length(),
                    charge,
                    charge);
        }
        for (String statement : POPULATION.formatted(SIZE).split(";")) {
            if (!statement.isBlank()) {
                house.database.update(statement);
            }
        }
        for (String table : new String[] {"agreement", "subscription", "order_charge", "agreement_due"}) {
            house.database.update("vacuum analyze " + table);
        }
        for (int month = 2; month < 2 + Integer.getInteger("counterfoil.months", 3); month++) {
            house.clockAt("2026-%02d-01T18:00:00Z".formatted(month));
            month(month);
        }
    }

    private void month(int month) throws IOException, InterruptedException {
        long java = java();
        long postgres = postgres();
        long began = System.nanoTime();
        AtomicLong sets = new AtomicLong();
        BillNextSet next = house.beans.get(BillNextSet.class);
        Thread[] threads = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> {
                    while (house.inTransaction(() -> next.handle(SET))) {
                        sets.incrementAndGet();
                    }
                }))
                .toArray(Thread[]::new);
        Arrays.stream(threads).forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        long nanos = System.nanoTime() - began;
        out.printf(
                "month %d: %d invoices in %d sets, %d/s; each Java %d us, PostgreSQL %d us%n",
                month,
                SIZE,
                sets.get(),
                SIZE * 1_000_000_000L / nanos,
                (java() - java) / 1000 / SIZE,
                (postgres() - postgres) * TICK_MILLIS * 1000 / SIZE);
    }

    private static long java() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Ticks of the server process and all that it has begun, ended ones too. */
    private long postgres() throws IOException {
        long backend = Long.parseLong(house.one("select pg_backend_pid()::text v"));
        long postmaster =
                ProcessHandle.of(backend).orElseThrow().parent().orElseThrow().pid();
        long ticks = 0;
        for (long pid : pids(postmaster)) {
            String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ");
            ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
            ticks += pid == postmaster ? Long.parseLong(stat[13]) + Long.parseLong(stat[14]) : 0;
        }
        return ticks;
    }

    private static long[] pids(long postmaster) {
        return java.util.stream.LongStream.concat(
                        java.util.stream.LongStream.of(postmaster),
                        ProcessHandle.of(postmaster).orElseThrow().descendants().mapToLong(ProcessHandle::pid))
                .toArray();
    }

    private static final String POPULATION =
            """
            create table agreed as
              select i, gen_random_uuid() agreement, gen_random_uuid() subscription, gen_random_uuid() line,
                     gen_random_uuid() obligation
                from generate_series(1, %1$d) i;
            insert into agreement (agreement_id, order_id, order_number, contract_id, contract_version, customer_id, legal_entity_id,
                                   currency, purchase_order, payment_terms_days, bill_to, correlation_id, accepted_event_id)
              select agreement, agreement, 'B-' || i, gen_random_uuid(), 1, gen_random_uuid(), 'US01', 'USD', 'PO-' || i, 30,
                     '{"name":"Buyer","address":{"line1":"1 Harbor Way","city":"Oakland","region":"CA","postalCode":"94607","country":"US"}}',
                     gen_random_uuid()::text, gen_random_uuid()
                from agreed;
            insert into subscription (subscription_id, subscription_number, agreement_id, line_id, product_id, plan_id, plan_version,
                                      start_date, quantity, unit_price, base_quantity, billing_period, state, version)
              select subscription, 'B-' || i, agreement, line, 'PLATFORM', 'bench', 1, '2026-02-01', 3, 10.00, 1, 'MONTH',
                     'ACTIVE', 1
                from agreed;
            insert into order_charge (order_charge_id, agreement_id, subscription_id, legal_entity_id, line_id, line_number,
                                      product_id, description, plan_id, plan_version, charge_id, kind, pricing, quantity, unit_price,
                                      base_quantity, billing_period, timing, dialect, performance_obligation_id, revenue_treatment,
                                      tax_category, anchor, start_date, billed_through, next_due)
              select gen_random_uuid(), agreement, subscription, 'US01', line, 1, 'PLATFORM', 'Platform: ' || charge, 'bench', 1,
                     charge, 'RECURRING', 'PER_UNIT', 3, 10.00 + nth, 1, 'MONTH', 'IN_ADVANCE', 'ACTUAL', obligation,
                     'OVER_TIME_DAILY', 'S', '2026-02-01', '2026-02-01', '2026-02-01', '2026-02-01'
                from agreed join (values (1, 'main'), (2, 'seats'), (3, 'support')) charges (nth, charge) on nth <= 1 + mod(i, 3);
            insert into agreement_due
              select agreement_id, legal_entity_id, min(next_due) from order_charge
               where next_due is not null and not held group by agreement_id, legal_entity_id
              on conflict do nothing;
            """;
}
