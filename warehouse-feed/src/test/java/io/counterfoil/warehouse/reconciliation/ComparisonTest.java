package io.counterfoil.warehouse.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Finding;
import io.counterfoil.warehouse.drift.Pair;
import io.counterfoil.warehouse.drift.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Bucket INVOICES = new Bucket("INVOICE", "US01", "USD");

    private static Document invoice(int number, long minor) {
        return new Document("id-" + number, "US01-2026-%06d".formatted(number), minor, 1L);
    }

    private static List<Finding> compare(Pair pair, long journalTaken, List<Document> left, List<Document> right) {
        Books ofLeft = new WrittenBooks(pair.left(), INVOICES, left);
        Books ofRight = new WrittenBooks(pair.right(), INVOICES, right);
        return new Comparison(pair, 10, journalTaken, ofLeft, ofRight, Set.of("id-9"))
                .findings(ofLeft.totals(10), ofRight.totals(10));
    }

    @Test
    void sides_that_agree_are_not_asked_for_documents() {
        Books silent = new Books() {
            @Override
            public Side side() {
                return Side.BILLING;
            }

            @Override
            public List<Total> totals(long position) {
                return new WrittenBooks(Side.BILLING, INVOICES, List.of(invoice(1, 100))).totals(position);
            }

            @Override
            public List<Document> documents(long position, Bucket bucket) {
                throw new AssertionError("asked for documents although the digests agree");
            }
        };
        assertThat(new Comparison(Pair.BILLING_RECEIVABLES, 10, 0, silent, silent, Set.of())
                        .findings(silent.totals(10), silent.totals(10)))
                .isEmpty();
    }

    @Test
    void one_cent_is_named_with_both_amounts() {
        List<Finding> findings = compare(
                Pair.BILLING_RECEIVABLES,
                0,
                List.of(invoice(1, 100), invoice(2, 201)),
                List.of(invoice(1, 100), invoice(2, 200)));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.documentNumber()).isEqualTo("US01-2026-000002");
            assertThat(finding.left()).isEqualTo(201);
            assertThat(finding.right()).isEqualTo(200);
            assertThat(finding.difference()).isEqualTo(1);
        });
    }

    @Test
    void two_errors_that_cancel_out_are_found() {
        assertThat(compare(
                        Pair.BILLING_RECEIVABLES,
                        0,
                        List.of(invoice(1, 101), invoice(2, 199)),
                        List.of(invoice(1, 100), invoice(2, 200))))
                .hasSize(2);
    }

    @Test
    void what_the_ledger_has_given_up_is_missing_there_and_no_drift_but_nowhere_else() {
        assertThat(compare(
                        Pair.BILLING_RECEIVABLES,
                        0,
                        List.of(invoice(1, 100), invoice(9, 50)),
                        List.of(invoice(1, 100))))
                .isEmpty();
        assertThat(compare(Pair.BILLING_RECEIVABLES, 0, List.of(invoice(9, 50)), List.of(invoice(9, 60))))
                .hasSize(1);
        assertThat(compare(Pair.BILLING_RECEIVABLES, 0, List.of(), List.of(invoice(9, 50))))
                .hasSize(1);
        assertThat(compare(Pair.BILLING_WAREHOUSE, 0, List.of(invoice(9, 50)), List.of()))
                .hasSize(1);
    }

    @Test
    void a_missing_document_is_named_whichever_side_misses_it() {
        assertThat(compare(Pair.BILLING_WAREHOUSE, 0, List.of(invoice(1, 100)), List.of()))
                .extracting(Finding::right)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(compare(Pair.BILLING_WAREHOUSE, 0, List.of(), List.of(invoice(1, 100))))
                .extracting(Finding::left)
                .containsOnlyNulls()
                .hasSize(1);
    }

    @Test
    void what_one_side_has_twice_is_found() {
        assertThat(compare(
                        Pair.BILLING_WAREHOUSE, 0, List.of(invoice(1, 100)), List.of(invoice(1, 100), invoice(1, 100))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.right()).isEqualTo(200));
    }

    @Test
    void a_journal_entry_on_its_way_to_the_warehouse_is_no_drift() {
        Document posted = new Document("id-1", "US01-2026-000001", 100, 8L);
        Document unpublished = new Document("id-2", "US01-2026-000002", 100, null);
        assertThat(compare(Pair.LEDGER_WAREHOUSE, 7, List.of(posted, unpublished), List.of()))
                .isEmpty();
        assertThat(compare(Pair.LEDGER_WAREHOUSE, 8, List.of(posted, unpublished), List.of()))
                .extracting(Finding::documentId)
                .containsExactly("id-1");
    }
}
