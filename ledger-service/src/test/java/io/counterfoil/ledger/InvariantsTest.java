package io.counterfoil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any series of events, in any order, with repeats: the books hold, and the same history gives the same books. */
class InvariantsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final long seed = Seed.announced();
    private final Random random = new Random(seed);
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @Test
    void the_books_hold_and_a_replay_gives_the_same() {
        List<Envelope> history = history(150);

        LedgerUnderTest once = posted(history, 200);
        LedgerUnderTest again = posted(shuffledWithRepeats(history), 7);

        String what = "seed " + seed;
        for (LedgerUnderTest ledger : List.of(once, again)) {
            assertThat(ledger.openExceptions()).as(what).isEmpty();
            assertBalanced(ledger, what);
            assertControlAccounts(ledger, what);
            assertDeferred(ledger, what);
        }
        assertThat(again.balances(null)).as(what).isEqualTo(once.balances(null));
        for (String month : List.of("2026-01", "2026-02", "2026-03", "2026-04")) {
            assertThat(again.balances(month)).as(what + " in " + month).isEqualTo(once.balances(month));
        }
    }

    private LedgerUnderTest posted(List<Envelope> events, int batch) {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        for (int from = 0; from < events.size(); from += batch) {
            ledger.take(events.subList(from, Math.min(events.size(), from + batch)));
        }
        ledger.moveTo("2026-05-01T00:00:00Z");
        return ledger;
    }

    private List<Envelope> history(int documents) {
        List<Envelope> history = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            LocalDate issued = JAN_1.plusDays(random.nextInt(100));
            BillingFacts.Invoice invoice =
                    billing.invoice(issued).atOnce(amount()).tax(amount());
            LocalDate start = issued.plusDays(random.nextInt(30) - 15);
            invoice.overTime(
                    amount(),
                    start.toString(),
                    start.plusDays(1 + random.nextInt(400)).toString());
            history.add(invoice.issued());
            history.addAll(paid(invoice, issued.plusDays(random.nextInt(15))));
        }
        return history;
    }

    /** Not at all, in full, in part with the rest later out of unapplied cash, or too much. */
    private List<Envelope> paid(BillingFacts.Invoice invoice, LocalDate day) {
        Money total = billing.money(invoice.total());
        Money half = Money.ofMinor(total.minor() / 2, "USD");
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 ->
                List.of(billing.payment(day, total.amount())
                        .of(invoice, total.amount())
                        .settled());
            case 2 ->
                List.of(billing.payment(day, total.plus(billing.money("9.99")).amount())
                        .of(invoice, total.amount())
                        .settled());
            default -> {
                BillingFacts.Payment payment = billing.payment(day, total.amount());
                yield List.of(
                        payment.of(invoice, half.amount()).settled(),
                        billing.applied(
                                payment.id(),
                                invoice,
                                day.plusDays(1),
                                total.minus(half).amount()));
            }
        };
    }

    private List<Envelope> shuffledWithRepeats(List<Envelope> history) {
        List<Envelope> other = new ArrayList<>(history);
        history.stream().filter(event -> random.nextInt(3) == 0).forEach(other::add);
        Collections.shuffle(other, random);
        return other;
    }

    private String amount() {
        return Money.ofMinor(2 + random.nextInt(1_000_000), "USD").amount();
    }

    private static void assertBalanced(LedgerUnderTest ledger, String what) {
        long off = ledger.database()
                .query(
                        "select coalesce(sum(case side when 'DEBIT' then amount_minor else -amount_minor end), 0) as off from posting")
                .one(row -> row.longValue("off"))
                .orElseThrow();
        assertThat(off).as(what).isZero();
    }

    private static void assertControlAccounts(LedgerUnderTest ledger, String what) {
        Map<String, Money> balances = ledger.balances(null);
        assertThat(balances.get("Accounts receivable").minor())
                .as(what + ": receivables control = Σ open items")
                .isEqualTo(
                        sum(
                                ledger,
                                "(select coalesce(sum(amount_minor), 0) from open_item) - (select coalesce(sum(amount_minor), 0) from cash_application)"));
        assertThat(balances.get("Cash clearing").minor())
                .as(what + ": cash clearing = Σ receipts")
                .isEqualTo(sum(ledger, "(select coalesce(sum(amount_minor), 0) from cash_receipt)"));
        assertThat(balances.getOrDefault("Unapplied cash", Money.zero("USD")).minor())
                .as(what + ": unapplied cash = Σ receipts − Σ applications")
                .isEqualTo(
                        sum(
                                ledger,
                                "(select coalesce(sum(amount_minor), 0) from cash_receipt) - (select coalesce(sum(amount_minor), 0) from cash_application)"));
    }

    private static void assertDeferred(LedgerUnderTest ledger, String what) {
        assertThat(ledger.balances(null).get("Deferred revenue").minor())
                .as(what + ": deferred revenue = billed and not recognised")
                .isEqualTo(
                        sum(
                                ledger,
                                "(select sum(s.deferred_minor - p.recognised_minor) from revenue_schedule s join schedule_progress p on p.schedule_id = s.id)"));
    }

    private static long sum(LedgerUnderTest ledger, String sql) {
        return ledger.database()
                .query("select " + sql + " as total")
                .one(row -> row.longValue("total"))
                .orElseThrow();
    }
}
