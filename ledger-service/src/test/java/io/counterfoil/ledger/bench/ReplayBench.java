package io.counterfoil.ledger.bench;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.replay.BooksDigest;
import io.counterfoil.ledger.replay.Rebuild;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A ledger made again from a long history of invoices and their payments, as a replay does it from the archive. */
final class ReplayBench {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final Instant UNTIL = Instant.parse("2026-01-31T20:00:00Z");
    private static final int CUSTOMERS = 200;
    private static final int CHUNK = 50_000;
    private static final int COMPARED = 200_000;

    private final Figures figures;

    ReplayBench(Figures figures) {
        this.figures = figures;
    }

    /** With 8 threads; where the history is short enough to be kept, with one thread too, and both are compared. */
    void measure(int events) throws IOException, InterruptedException {
        List<BillingFacts> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new BillingFacts("US01", "USD", (long) i * events));
        }
        List<List<Envelope>> kept = new ArrayList<>();
        LedgerUnderTest eight = new LedgerUnderTest().withEntity("US01", "USD");
        Rebuild rebuild = new Rebuild(eight, 8);
        long nanos = 0;
        Cpu before = Cpu.now(eight);
        for (int done = 0; done < events; done += CHUNK) {
            List<Envelope> chunk = history(customers, Math.min(CHUNK, events - done), done);
            if (events <= COMPARED) {
                kept.add(chunk);
            }
            long begun = System.nanoTime();
            rebuild.from(chunk, UNTIL);
            nanos += System.nanoTime() - begun;
        }
        figures.rate("replay.8-threads", events, "events", nanos);
        figures.cpu(
                "replay.cpu",
                events,
                "these events, their making included",
                Cpu.now(eight).since(before));
        if (!kept.isEmpty()) {
            compare(kept, events, eight);
        }
    }

    private void compare(List<List<Envelope>> history, int events, LedgerUnderTest eight)
            throws IOException, InterruptedException {
        LedgerUnderTest one = new LedgerUnderTest().withEntity("US01", "USD");
        Rebuild rebuild = new Rebuild(one, 1);
        long begun = System.nanoTime();
        for (List<Envelope> chunk : history) {
            rebuild.from(chunk, UNTIL);
        }
        figures.rate("replay.1-thread", events, "events", System.nanoTime() - begun);
        BooksDigest here = BooksDigest.of(one.database());
        BooksDigest there = BooksDigest.of(eight.database());
        for (String part : here.parts().keySet()) {
            if (!here.hash(part).equals(there.hash(part))) {
                throw new IllegalStateException(part + " differs by the number of threads");
            }
        }
        figures.say("replay.compared", "trial balance, ageing and schedules are the same, by hash");
    }

    private static List<Envelope> history(List<BillingFacts> customers, int events, int seed) {
        Random random = new Random(seed);
        List<Envelope> history = new ArrayList<>(events);
        while (history.size() < events) {
            BillingFacts customer = customers.get(random.nextInt(customers.size()));
            LocalDate day = JAN_1.plusDays(random.nextInt(28));
            BillingFacts.Invoice invoice = customer.invoice(day)
                    .overTime(
                            Money.ofMinor(100 + random.nextInt(1_000_000), "USD")
                                    .amount(),
                            day.toString(),
                            day.plusYears(1).toString())
                    .tax("8.25");
            history.add(invoice.issued());
            history.add(customer.payment(day, invoice.total())
                    .of(invoice, invoice.total())
                    .settled());
        }
        return history;
    }
}
