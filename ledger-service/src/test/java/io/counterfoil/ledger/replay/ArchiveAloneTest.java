package io.counterfoil.ledger.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.Seed;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.entity.AccountingPolicyJson;
import io.counterfoil.ledger.manual.ManualEntryJson;
import io.counterfoil.ledger.rate.RatesAtWork;
import io.counterfoil.ledger.revaluation.RevaluationJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything that decides what is in the books is an event: the archive alone rebuilds them, its own interleaving notwithstanding. */
class ArchiveAloneTest {

    private static final String LEDGER = "io.counterfoil.ledger.";
    private static final LocalDate JAN_10 = LocalDate.of(2026, 1, 10);
    private static final Instant UNTIL = Instant.parse("2026-05-01T00:00:00Z");

    private final LedgerUnderTest original =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("DE01", "EUR");
    private final List<Envelope> own = new ArrayList<>(ReferenceEvents.of(original.database()));
    private final List<Envelope> billing = new ArrayList<>();
    private final BillingFacts euros = new BillingFacts("US01", "EUR");

    @Test
    void an_empty_database_and_the_archive_give_the_same_hashes_for_any_number_of_threads() throws Exception {
        long seed = Seed.announced();
        original.clock().moveTo("2026-01-01T08:00:00Z");
        lifeOfTheBooks();
        own.addAll(ReferenceEvents.outbox(original.database(), own.size()));
        BooksDigest books = BooksDigest.of(original.database());
        assertThat(original.openExceptions()).isEmpty();

        for (int threads : new int[] {1, 4}) {
            LedgerUnderTest empty = new LedgerUnderTest();
            empty.clock().moveTo("2025-12-01T00:00:00Z");
            new Rebuild(empty, threads).from(History.asSeen(interleaved(new Random(seed + threads))), UNTIL);
            assertThat(empty.openExceptions()).as("seed " + seed).isEmpty();
            BooksDigest again = BooksDigest.of(empty.database());
            books.parts().keySet().forEach(part -> assertThat(again.parts().get(part))
                    .as("seed " + seed + ", " + threads + " threads: " + part)
                    .isEqualTo(books.parts().get(part)));
        }
    }

    /** A rate that is corrected between two invoices of one day, a policy, entries by people, a revaluation. */
    private void lifeOfTheBooks() {
        RatesAtWork.publish(original, "SPOT", "EUR", "USD", "2026-01-01", "1.20");
        BillingFacts.Invoice first = euros.invoice(JAN_10).overTime("365.00", "2026-01-01", "2027-01-01");
        told(first.issued());
        RatesAtWork.publish(original, "SPOT", "EUR", "USD", "2026-01-01", "1.30");
        BillingFacts.Invoice second = euros.invoice(JAN_10).atOnce("100.00");
        told(second.issued());
        told(euros.payment(JAN_10, "50.00").of(first, "50.00").settled());
        use(
                "entity.ChoosePolicy",
                new Class<?>[] {
                    String.class, String.class, AccountingPolicyJson.Request.class, String.class, String.class
                },
                "US01",
                "fx.revaluation",
                new AccountingPolicyJson.Request("CUMULATIVE", LocalDate.of(2026, 1, 1)),
                null,
                "controller");
        ManualEntryJson journal = posted(new ManualEntryJson.Request(
                ManualEntryJson.Kind.JOURNAL,
                "US01",
                null,
                "USD",
                JAN_10,
                "accrued by hand",
                List.of(
                        new ManualEntryJson.Line("6300", Side.DEBIT, Money.of("7.00", "USD"), null),
                        new ManualEntryJson.Line("4300", Side.CREDIT, Money.of("7.00", "USD"), null)),
                null,
                null));
        posted(entry(ManualEntryJson.Kind.REVERSAL, null, null, entryOf(journal.manualEntryId())));
        posted(entry(ManualEntryJson.Kind.INTERCOMPANY, "DE01", Money.of("100.00", "EUR"), null));
        original.moveTo("2026-02-01T08:00:00Z");
        use(
                "revaluation.RevalueBalances",
                new Class<?>[] {RevaluationJson.Request.class, String.class},
                new RevaluationJson.Request("US01", LocalDate.of(2026, 1, 31)),
                "controller");
        posted(entry(ManualEntryJson.Kind.EXCLUSION, null, null, second.id()));
        original.moveTo(UNTIL.toString());
    }

    private static ManualEntryJson.Request entry(
            ManualEntryJson.Kind kind, String counterparty, Money amount, UUID concerns) {
        return new ManualEntryJson.Request(
                kind, "US01", counterparty, "EUR", JAN_10, kind.name(), null, amount, concerns);
    }

    private void told(Envelope event) {
        billing.add(event);
        original.take(event);
    }

    private ManualEntryJson posted(ManualEntryJson.Request request) {
        ManualEntryJson made = (ManualEntryJson) use(
                "manual.DraftEntry", new Class<?>[] {ManualEntryJson.Request.class, String.class}, request, "maker");
        for (String move : List.of("SUBMIT", "APPROVE")) {
            OwnActs.move(original, made.manualEntryId(), move, move.equals("SUBMIT") ? "maker" : "checker");
        }
        return (ManualEntryJson) use("manual.PostEntry", new Class<?>[] {UUID.class}, made.manualEntryId());
    }

    private UUID entryOf(UUID manualEntryId) {
        return original.database()
                .query("select id from journal_entry where source_event_id = ?", manualEntryId)
                .one(row -> row.uuid("id"))
                .orElseThrow();
    }

    private Object use(String name, Class<?>[] parameters, Object... arguments) {
        return original.postgres()
                .transactions()
                .fresh(() -> OwnActs.use(original, LEDGER + name, parameters, arguments));
    }

    /** Each producer's order is kept, nothing else is. */
    private List<Envelope> interleaved(Random random) {
        List<Envelope> archive = new ArrayList<>();
        int ours = 0;
        int theirs = 0;
        while (ours < own.size() || theirs < billing.size()) {
            if (theirs == billing.size() || ours < own.size() && random.nextInt(own.size()) >= billing.size()) {
                archive.add(own.get(ours++));
            } else {
                archive.add(billing.get(theirs++));
            }
        }
        return archive;
    }
}
