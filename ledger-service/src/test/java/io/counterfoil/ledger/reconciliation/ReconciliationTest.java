package io.counterfoil.ledger.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.reconciliation.ReconciliationJson.Document;
import io.counterfoil.ledger.reconciliation.ReconciliationJson.Total;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final BillingFacts.Invoice paid =
            billing.invoice(DAY).atOnce("100.00").tax("10.00");
    private final BillingFacts.Invoice open = billing.invoice(DAY).overTime("50.00", "2026-01-01", "2026-02-01");
    private final BillingFacts.Payment payment = billing.payment(DAY, "120.00");

    @BeforeEach
    void two_invoices_and_a_payment() {
        ledger.take(
                paid.issued(),
                open.issued(),
                payment.of(paid, "110.00").fee("1.00").settled(),
                billing.applied(payment.id(), open, DAY, "4.00"));
    }

    @Test
    void both_sides_have_the_same_documents() {
        List<Total> totals = totals(99);

        assertThat(of(totals, ReconciliationSide.LEDGER))
                .isEqualTo(of(totals, ReconciliationSide.RECEIVABLES))
                .containsExactly("APPLICATION 2 114.00", "INVOICE 2 160.00", "PAYMENT 1 120.00");
        assertThat(totals.stream().map(Total::digest).distinct()).hasSize(3);
    }

    @Test
    void what_came_after_the_position_does_not_count() {
        assertThat(of(totals(2), ReconciliationSide.LEDGER)).containsExactly("INVOICE 2 160.00");
        assertThat(totals(0)).isEmpty();
    }

    @Test
    void an_entry_that_is_missing_shows_on_the_side_of_the_journal() {
        ledger.postgres().transactions().fresh(() -> {
            ledger.database().update("set local session_replication_role = replica");
            ledger.database()
                    .update(
                            "delete from posting where entry_id = (select id from journal_entry where document_id = ?)",
                            open.id());
            ledger.database().update("delete from journal_entry where document_id = ?", open.id());
        });

        List<Total> totals = totals(99);

        assertThat(of(totals, ReconciliationSide.LEDGER)).contains("INVOICE 1 110.00");
        assertThat(of(totals, ReconciliationSide.RECEIVABLES)).contains("INVOICE 2 160.00");
        assertThat(documents("").stream().map(Document::documentId)).containsExactly(paid.id());
    }

    @Test
    void every_kind_of_reversal_is_the_same_on_both_sides_and_a_touched_row_of_each_shows() {
        everyReversal();
        List<Total> totals = totals(99);
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(of(totals, ReconciliationSide.LEDGER))
                .isEqualTo(of(totals, ReconciliationSide.RECEIVABLES))
                .contains(
                        "CHARGEBACK 2 30.00",
                        "CREDIT_MEMO 2 20.00",
                        "REFUND 1 5.00",
                        "VOID 3 80.00",
                        "WRITE_OFF 1 40.00");
        assertThat(differing(totals)).isEmpty();
        for (String kind : List.of("CREDIT_MEMO", "REFUND", "VOID", "WRITE_OFF", "CHARGEBACK")) {
            String one =
                    " where event_id = (select event_id from reversing_document where kind = '" + kind + "' limit 1)";
            touch("update reversing_document set amount_minor = amount_minor + 1" + one);
            assertThat(differing(totals(99))).containsExactly(kind);
            touch("update reversing_document set amount_minor = amount_minor - 1" + one);
        }
    }

    private void everyReversal() {
        ReversalFacts reversals = new ReversalFacts(billing);
        BillingFacts.Invoice memoed = billing.invoice(DAY).atOnce("50.00");
        BillingFacts.Invoice wrong = billing.invoice(DAY).overTime("50.00", "2026-01-01", "2026-02-01");
        BillingFacts.Invoice lost = billing.invoice(DAY).overTime("40.00", "2026-01-01", "2026-02-01");
        UUID voidedMemo = EventIds.next();
        UUID wonDispute = EventIds.next();
        UUID payments = EventIds.next();
        ledger.take(memoed.issued(), wrong.issued(), lost.issued());
        ledger.take(
                reversals.memo(voidedMemo, memoed, DAY, "10.00", "0.00"),
                reversals.memoVoided(voidedMemo, memoed, DAY, "10.00", "0.00"),
                reversals.memo(EventIds.next(), memoed, DAY, "9.00", "1.00"),
                reversals.refund(paid, DAY, "REVERSE_REVENUE", "5.00", "0.00"),
                reversals.voided(wrong, DAY, "50.00", false),
                reversals.writtenOff(lost, DAY, "40.00", "0.00", false),
                reversals.disputed(wonDispute, payments, paid, DAY, "REVENUE", "20.00"),
                reversals.won(wonDispute, payments, paid, DAY, "REVENUE", "20.00"),
                reversals.disputed(EventIds.next(), payments, paid, DAY, "RECEIVABLE", "30.00"));
        ledger.take(reversals.voided(lost, DAY, "40.00", true));
    }

    private void touch(String change) {
        ledger.postgres().transactions().fresh(() -> {
            ledger.database().update("set local session_replication_role = replica");
            ledger.database().update(change);
        });
    }

    /** The kinds whose digests the two sides do not share. */
    private static List<String> differing(List<Total> totals) {
        return totals.stream()
                .filter(one -> one.side() == ReconciliationSide.LEDGER)
                .filter(one -> totals.stream()
                        .noneMatch(other -> other.side() == ReconciliationSide.RECEIVABLES
                                && other.kind() == one.kind()
                                && other.digest().equals(one.digest())))
                .map(one -> one.kind().name())
                .toList();
    }

    @Test
    void documents_are_paged_by_their_keys() {
        Document first = documents("").get(0);

        assertThat(documents("")).hasSize(2);
        assertThat(first.ownPosition()).as("not told yet").isNull();
        assertThat(documents(first.key())).hasSize(1).doesNotContain(first);
    }

    private List<Total> totals(long position) {
        return Totals.of(ledger.get(ReconciledDocuments.class).upTo(position));
    }

    private List<Document> documents(String after) {
        ReconciledDocuments.Bucket invoices =
                new ReconciledDocuments.Bucket(ReconciliationSide.LEDGER, DocumentKind.INVOICE, "US01", "USD");
        return ledger.get(ReconciledDocuments.class).after(after, 99, invoices, 10);
    }

    private static List<String> of(List<Total> totals, ReconciliationSide side) {
        return totals.stream()
                .filter(total -> total.side() == side)
                .map(total -> total.kind() + " " + total.count() + " "
                        + total.amount().amount())
                .toList();
    }
}
