package io.counterfoil.ledger.bench;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Posting from events: inbox, entry, postings, open item, schedule and outbox, in the transaction of each batch. */
final class PostingBench {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final int BATCH = 500;
    private static final int CUSTOMERS = 64;
    private static final int PER_SECOND = 500;
    private static final int DRAIN = 200;

    private final Figures figures;
    private long nanos;

    PostingBench(Figures figures) {
        this.figures = figures;
    }

    void measure(int events) throws InterruptedException {
        consume(events / 2, 2, "warm-up");
        LedgerUnderTest one = consume(events, 1, "posting.1-consumer");
        long alone = nanos;
        consume(events, 8, "posting.8-consumers");
        new SameRows(figures).measure(one, Math.min(alone, nanos));
        latency();
    }

    private LedgerUnderTest consume(int events, int consumers, String name) throws InterruptedException {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        List<List<Envelope>> history = history(events, consumers);
        Cpu before = Cpu.now(ledger);
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (List<Envelope> own : history) {
            Thread thread = new Thread(() -> take(ledger, own));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long took = System.nanoTime() - begun;
        long entries = ledger.database()
                .query("select count(*) as n from journal_entry")
                .one(row -> row.longValue("n"))
                .orElseThrow();
        if (entries != events || !ledger.openExceptions().isEmpty()) {
            throw new IllegalStateException(entries + " entries of " + events + " events");
        }
        figures.rate(name, entries, "entries", took);
        figures.cpu(name + ".cpu", entries, "these entries", Cpu.now(ledger).since(before));
        nanos = took;
        return ledger;
    }

    private static void take(LedgerUnderTest ledger, List<Envelope> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            ledger.take(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
    }

    /** A customer's events go to one consumer, as the broker's groups do. */
    private static List<List<Envelope>> history(int events, int consumers) {
        Random random = new Random(1);
        List<BillingFacts> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new BillingFacts("US01", "USD", (long) i * events));
        }
        List<List<Envelope>> history = new ArrayList<>();
        for (int i = 0; i < consumers; i++) {
            history.add(new ArrayList<>());
        }
        for (int i = 0; i < events; i++) {
            int consumer = i % consumers;
            int customer = consumer + consumers * random.nextInt(CUSTOMERS / consumers);
            LocalDate day = JAN_1.plusDays(random.nextInt(28));
            history.get(consumer)
                    .add(customers
                            .get(customer)
                            .invoice(day)
                            .overTime(
                                    Money.ofMinor(100 + random.nextInt(1_000_000), "USD")
                                            .amount(),
                                    day.toString(),
                                    day.plusYears(1).toString())
                            .tax("8.25")
                            .issued());
        }
        return history;
    }

    /** From published to posted, while so many are published each second. */
    private void latency() throws InterruptedException {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        List<Envelope> events = history(PER_SECOND * 20, 1).get(0);
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        long[] published = new long[events.size()];
        long[] nanos = new long[events.size()];
        Thread consumer = new Thread(() -> drain(ledger, events, queue, published, nanos));
        consumer.start();
        long begun = System.nanoTime();
        for (int i = 0; i < events.size(); i++) {
            long due = begun + i * (1_000_000_000L / PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            published[i] = System.nanoTime();
            queue.add(i);
        }
        consumer.join();
        Arrays.sort(nanos);
        figures.time("latency.p50", "published to posted at 500/s", nanos[nanos.length / 2]);
        figures.time("latency.p99", "published to posted at 500/s", nanos[nanos.length * 99 / 100]);
    }

    private static void drain(
            LedgerUnderTest ledger,
            List<Envelope> events,
            BlockingQueue<Integer> queue,
            long[] published,
            long[] nanos) {
        int done = 0;
        while (done < events.size()) {
            List<Integer> some = new ArrayList<>();
            try {
                Integer first = queue.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    some.add(first);
                    queue.drainTo(some, DRAIN - 1);
                }
            } catch (InterruptedException end) {
                return;
            }
            ledger.take(some.stream().map(events::get).toList());
            long now = System.nanoTime();
            some.forEach(i -> nanos[i] = now - published[i]);
            done += some.size();
        }
    }
}
