package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.Seed;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Any series of invoices, cash, memos, voids, write-offs, refunds and disputes, in any order that billing's subjects allow,
 * with repeats and with the clock moved between: every entry balances, each event has one entry, control accounts are the
 * sums of their sub-ledgers, and nothing stays deferred that will never be earned.
 */
class AnyHistoryTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final long seed = Seed.announced();
    private final Random random = new Random(seed);
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final ReversalFacts reversals = new ReversalFacts(billing);

    /** A dispute does not say that its money had been recovered: it must come after the recovery, as it does for one customer. */
    private boolean anyOrder;

    private int promises;

    @Test
    void the_books_hold_whatever_happens() {
        List<List<Envelope>> stories = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            stories.add(story());
        }
        String what = "seed " + seed;
        LedgerUnderTest once = played(interleaved(stories), 50, what);
        LedgerUnderTest again = played(repeated(interleaved(stories)), 7, what);

        assertThat(again.balances(null)).as(what).isEqualTo(once.balances(null));
        for (LedgerUnderTest ledger : List.of(once, again)) {
            assertThat(ledger.openExceptions()).as(what).isEmpty();
            assertThat(ControlCheck.differences(ledger)).as(what).isEmpty();
            assertThat(
                            number(
                                    ledger,
                                    "select count(*) from (select source_event_id, purpose from journal_entry group by 1, 2 having count(*) > 1) x"))
                    .as(what)
                    .isZero();
            assertThat(ledger.balances(null)
                            .getOrDefault("Deferred revenue", Money.zero("USD"))
                            .minor())
                    .as(what + ": all service periods are over")
                    .isZero();
        }
    }

    @Test
    void in_any_order_what_comes_too_early_waits_and_heals_by_itself() {
        anyOrder = true;
        List<List<Envelope>> stories = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            stories.add(story());
        }
        List<Envelope> shuffled = repeated(interleaved(stories));
        Collections.shuffle(shuffled, random);
        String what = "seed " + seed;
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        for (int from = 0; from < shuffled.size(); from += 5) {
            ledger.take(shuffled.subList(from, Math.min(shuffled.size(), from + 5)));
            assertThat(ControlCheck.differences(ledger))
                    .as(what + " at " + from)
                    .isEmpty();
        }
        ledger.tryAgain();

        assertThat(ledger.openExceptions()).as(what).isEmpty();
        assertThat(ControlCheck.differences(ledger)).as(what).isEmpty();
        ledger.moveTo("2027-06-01T00:00:00Z");
        assertThat(ledger.balances(null)
                        .getOrDefault("Deferred revenue", Money.zero("USD"))
                        .minor())
                .as(what + ": all service periods are over")
                .isZero();
    }

    @Test
    void what_never_comes_leaves_a_gap_and_the_rest_of_the_books_in_order() {
        List<List<Envelope>> stories = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Envelope> story = story();
            story.remove(random.nextInt(story.size()));
            stories.add(story);
        }
        String what = "seed " + seed;
        stories.removeIf(List::isEmpty);
        LedgerUnderTest ledger = played(interleaved(stories), 20, what);
        ledger.tryAgain();

        assertThat(ledger.openExceptions()).as(what).allMatch(code -> List.of(
                        "unknown-invoice-line", "comes-before-its-cause", "waits-for-another")
                .contains(code));
        assertThat(ControlCheck.differences(ledger)).as(what).isEmpty();
    }

    private LedgerUnderTest played(List<Envelope> events, int batch, String what) {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        for (int from = 0; from < events.size(); from += batch) {
            ledger.take(events.subList(from, Math.min(events.size(), from + batch)));
        }
        assertThat(ControlCheck.differences(ledger)).as(what).isEmpty();
        ledger.moveTo("2027-06-01T00:00:00Z");
        return ledger;
    }

    /** One invoice and what became of it, in its order. */
    private List<Envelope> story() {
        LocalDate day = JAN_1.plusDays(random.nextInt(60));
        String net = Money.ofMinor(10_000 + random.nextInt(1_000_000), "USD").amount();
        promises++;
        BillingFacts.Invoice invoice = random.nextInt(4) == 0
                ? billing.invoice(day).atOnce(net)
                : billing.invoice(day)
                        .overTime(
                                "P" + promises,
                                net,
                                day.toString(),
                                day.plusDays(1 + random.nextInt(300)).toString());
        List<Envelope> story = new ArrayList<>(List.of(invoice.issued()));
        LocalDate then = day.plusDays(random.nextInt(90));
        switch (random.nextInt(8)) {
            case 0 -> memos(story, invoice, then, net);
            case 1 -> story.add(reversals.voided(invoice, then, net, false));
            case 2 -> givenUp(story, invoice, then, net);
            case 3 -> refunded(story, invoice, then, net, "REVERSE_REVENUE");
            case 4 -> refunded(story, invoice, then, net, "REOPEN_RECEIVABLE");
            case 5 -> disputed(story, invoice, then, net);
            case 6 -> story.add(billing.payment(then, net).of(invoice, net).settled());
            default -> {
                // stays open
            }
        }
        if (random.nextInt(3) == 0) {
            rests(story, promises, then);
        }
        return story;
    }

    /** Its subscription rests at any time, and goes on or ends after all else. */
    private void rests(List<Envelope> story, int promise, LocalDate then) {
        UUID subscription = EventIds.next();
        boolean ends = random.nextBoolean();
        LocalDate last = then.plusDays(random.nextInt(90));
        Envelope rests = moved(subscription, promise, "suspended", then.minusDays(random.nextInt(20)));
        Envelope after = moved(subscription, promise, ends ? "cancelled" : "resumed", last);
        story.add(1 + random.nextInt(story.size()), rests);
        story.add(after);
    }

    private Envelope moved(UUID subscription, int promise, String what, LocalDate day) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("subscriptionId", subscription.toString())
                .put("subscriptionNumber", "S-" + promise)
                .put("reason", "any")
                .put("effectiveDate", day.toString())
                .putArray("performanceObligationIds")
                .add("obligation-P" + promise);
        return billing.told("subscription." + what, subscription, day, data);
    }

    private void memos(List<Envelope> story, BillingFacts.Invoice invoice, LocalDate then, String net) {
        Money half = Money.ofMinor(billing.money(net).minor() / 2 + 1, "USD");
        UUID memo = EventIds.next();
        story.add(reversals.memo(memo, invoice, then, half.amount(), "0.00"));
        if (random.nextBoolean()) {
            story.add(reversals.memoVoided(memo, invoice, then.plusDays(random.nextInt(60)), half.amount(), "0.00"));
        } else {
            Money rest = billing.money(net).minus(half);
            story.add(
                    reversals.memo(EventIds.next(), invoice, then.plusDays(random.nextInt(60)), rest.amount(), "0.00"));
        }
    }

    private void givenUp(List<Envelope> story, BillingFacts.Invoice invoice, LocalDate then, String net) {
        Money paid = Money.ofMinor(random.nextInt(3) * 1000L, "USD");
        BillingFacts.Payment early = null;
        if (paid.isPositive()) {
            early = billing.payment(then, paid.amount()).of(invoice, paid.amount());
            story.add(early.settled());
        }
        Money open = billing.money(net).minus(paid);
        LocalDate later = then.plusDays(45);
        story.add(reversals.writtenOff(invoice, then, open.amount(), "0.00", false));
        if (random.nextBoolean()) {
            BillingFacts.Payment late = billing.payment(then.plusDays(40), open.amount());
            story.add(late.settled());
            story.add(reversals.recovered(invoice, late.id(), then.plusDays(40), open.amount()));
            if (random.nextBoolean() && !anyOrder) {
                story.add(reversals.disputed(
                        EventIds.next(), late.id(), invoice, then.plusDays(50), "REVENUE", open.amount()));
            }
        }
        if (early != null && random.nextBoolean()) {
            story.add(reversals.disputed(EventIds.next(), early.id(), invoice, later, "REVENUE", paid.amount()));
        }
    }

    private void refunded(List<Envelope> story, BillingFacts.Invoice invoice, LocalDate then, String net, String mode) {
        story.add(billing.payment(then, net).of(invoice, net).settled());
        Money part = Money.ofMinor(1 + random.nextInt((int) billing.money(net).minor()), "USD");
        story.add(reversals.refund(invoice, then.plusDays(random.nextInt(30)), mode, part.amount(), "0.00"));
    }

    private void disputed(List<Envelope> story, BillingFacts.Invoice invoice, LocalDate then, String net) {
        BillingFacts.Payment payment = billing.payment(then, net).of(invoice, net);
        String mode = random.nextBoolean() ? "REVENUE" : "RECEIVABLE";
        UUID dispute = EventIds.next();
        story.add(payment.settled());
        story.add(reversals.disputed(dispute, payment.id(), invoice, then.plusDays(5), mode, net));
        if (random.nextBoolean()) {
            story.add(reversals.won(dispute, payment.id(), invoice, then.plusDays(40), mode, net));
        }
    }

    /** Stories side by side, each in its own order. */
    private List<Envelope> interleaved(List<List<Envelope>> stories) {
        List<List<Envelope>> left = new ArrayList<>();
        stories.forEach(story -> left.add(new ArrayList<>(story)));
        List<Envelope> all = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Envelope> story = left.get(random.nextInt(left.size()));
            all.add(story.remove(0));
            left.removeIf(List::isEmpty);
        }
        return all;
    }

    private List<Envelope> repeated(List<Envelope> events) {
        List<Envelope> all = new ArrayList<>();
        for (Envelope event : events) {
            all.addAll(Collections.nCopies(1 + random.nextInt(2), event));
        }
        return all;
    }

    private static long number(LedgerUnderTest ledger, String sql) {
        return ledger.database()
                .query("select (" + sql + ") as n")
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }
}
