package io.counterfoil.ledger.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.Seed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same history gives the same books, whatever the number of threads. {@code -Dcounterfoil.replay.invoices=5000} takes
 * a longer one and tells how fast that went.
 */
class ReplayTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final int INVOICES = Integer.getInteger("counterfoil.replay.invoices", 120);
    private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void by_one_thread_or_by_many_a_rebuilt_ledger_has_the_same_hashes() throws Exception {
        long seed = Seed.announced();
        List<Envelope> history = history(new Random(seed));

        BooksDigest original = rebuilt(history, 1);

        for (int threads : new int[] {1, 3, 8}) {
            BooksDigest again = rebuilt(history, threads);
            for (String part : original.parts().keySet()) {
                assertThat(again.parts().get(part))
                        .as("seed " + seed + ", " + threads + " threads: " + part)
                        .isEqualTo(original.parts().get(part));
                assertThat(again.hash(part)).isEqualTo(original.hash(part));
            }
        }
        assertThat(original.parts().get("schedules")).as("seed " + seed).isNotEmpty();
    }

    private static BooksDigest rebuilt(List<Envelope> history, int threads) throws Exception {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        long begun = System.nanoTime();
        new Rebuild(ledger, threads).from(history, UNTIL);
        System.out.printf(
                "%d events by %d threads in %d ms%n", history.size(), threads, (System.nanoTime() - begun) / 1_000_000);
        assertThat(ledger.openExceptions()).isEmpty();
        return BooksDigest.of(ledger.database());
    }

    /** Invoices and payments of some customers; January is closed in the middle, so what comes later for it is late. */
    private static List<Envelope> history(Random random) {
        List<Envelope> history = new ArrayList<>();
        List<BillingFacts> customers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            customers.add(new BillingFacts("US01", "USD", 1000L * i));
        }
        for (int i = 0; i < INVOICES; i++) {
            BillingFacts customer = customers.get(random.nextInt(customers.size()));
            LocalDate day = JAN_1.plusDays(random.nextInt(40));
            BillingFacts.Invoice invoice = customer.invoice(day)
                    .overTime(
                            "P" + i,
                            amount(random),
                            day.toString(),
                            day.plusDays(1 + random.nextInt(300)).toString())
                    .tax(amount(random));
            history.add(invoice.issued());
            if (random.nextBoolean()) {
                history.add(customer.payment(day.plusDays(3), invoice.total())
                        .of(invoice, invoice.total())
                        .settled());
            }
            rests(history, random, customer, i, day);
            if (i == INVOICES / 2) {
                history.add(closed(customer));
            }
        }
        return history;
    }

    /** Some subscriptions rest and go on, some end. */
    private static void rests(List<Envelope> history, Random random, BillingFacts customer, int i, LocalDate day) {
        UUID subscription = EventIds.next();
        if (random.nextInt(3) == 0) {
            history.add(moved(customer, subscription, i, "suspended", day.plusDays(random.nextInt(60))));
            history.add(moved(customer, subscription, i, "resumed", day.plusDays(70)));
        }
        if (random.nextInt(4) == 0) {
            history.add(moved(customer, subscription, i, "cancelled", day.plusDays(80)));
        }
    }

    private static Envelope moved(BillingFacts customer, UUID subscription, int i, String what, LocalDate day) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("subscriptionId", subscription.toString())
                .put("subscriptionNumber", "S-" + i)
                .put("effectiveDate", day.toString())
                .putArray("performanceObligationIds")
                .add("obligation-P" + i);
        return customer.told("subscription." + what, subscription, day, data);
    }

    private static Envelope closed(BillingFacts any) {
        Envelope pattern = any.invoice(JAN_1).atOnce("1.00").issued();
        return new Envelope(
                pattern.id(),
                "io.counterfoil.ledger.period.closed.v1",
                "/ledger",
                "US01/2026-01",
                Instant.parse("2026-02-05T08:00:00Z"),
                pattern.correlationId(),
                null,
                1,
                1,
                "US01",
                "US01",
                null,
                null,
                "{\"legalEntityId\":\"US01\",\"month\":\"2026-01\",\"closedBy\":\"controller\"}".getBytes());
    }

    private static String amount(Random random) {
        return Money.ofMinor(1 + random.nextInt(1_000_000), "USD").amount();
    }
}
