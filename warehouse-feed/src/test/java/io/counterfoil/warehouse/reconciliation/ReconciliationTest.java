package io.counterfoil.warehouse.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.warehouse.Samples;
import io.counterfoil.warehouse.Warehouse;
import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.DriftJson;
import io.counterfoil.warehouse.drift.DriftSide;
import io.counterfoil.warehouse.drift.Drifts;
import io.counterfoil.warehouse.drift.Finding;
import io.counterfoil.warehouse.drift.Pair;
import io.counterfoil.warehouse.drift.Side;
import io.counterfoil.warehouse.feed.Archive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Bucket INVOICES = new Bucket("INVOICE", "US01", "USD");
    private static final long POSITION = 100;

    private final Warehouse warehouse = new Warehouse();
    private final WarehouseBooks books = warehouse.beans.get(WarehouseBooks.class);
    private final Reconciliations reconciliations = warehouse.beans.get(Reconciliations.class);
    private final Drifts drifts = warehouse.beans.get(Drifts.class);

    /** Billing as it would answer, against the facts; and the facts against the archive. */
    private ReconciliationJson.Run run(Trigger trigger, long billed) {
        Books billing = new WrittenBooks(
                Side.BILLING,
                INVOICES,
                List.of(new Document(Samples.INVOICE_ID, Samples.INVOICE_NUMBER, billed, null)));
        List<Total> totals = new ArrayList<>(billing.totals(POSITION));
        totals.addAll(books.facts().totals(POSITION));
        List<Finding> findings = new ArrayList<>(new Comparison(
                        Pair.BILLING_WAREHOUSE, POSITION, 0, billing, invoicesOnly(books.facts()), Set.of())
                .findings(billing.totals(POSITION), invoicesOnly(books.facts()).totals(POSITION)));
        long head = warehouse.beans.get(Archive.class).head();
        ArchiveCheck.Result archive =
                warehouse.beans.get(ArchiveCheck.class).check(List.of(new ArchiveCheck.Part(0, head)));
        findings.addAll(archive.findings());
        Observed seen = new Observed(
                EventIds.next(),
                trigger,
                "controller",
                SystemTime.now(),
                new Observed.Positions(POSITION, POSITION, POSITION),
                head,
                totals,
                findings,
                archive,
                1 + archive.documents());
        UUID kept = warehouse
                .postgres
                .transactions()
                .fresh(() -> warehouse.beans.get(RecordReconciliation.class).handle(seen));
        return reconciliations.get(kept).orElseThrow();
    }

    private static Books invoicesOnly(Books all) {
        return new Books() {
            @Override
            public Side side() {
                return all.side();
            }

            @Override
            public List<Total> totals(long position) {
                return all.totals(position).stream()
                        .filter(total -> total.bucket().kind().equals("INVOICE"))
                        .toList();
            }

            @Override
            public List<Document> documents(long position, Bucket bucket) {
                return all.documents(position, bucket);
            }
        };
    }

    private List<String> told() {
        return warehouse.database.query("select type from outbox order by seq").list(row -> row.text("type")
                .replace("io.counterfoil.warehouse.", ""));
    }

    @Test
    void the_digest_of_the_facts_is_the_one_of_the_contract() {
        warehouse.take(Samples.otherInvoice(1, 1), Samples.otherInvoice(10, 2), Samples.otherInvoice(2, 3));
        List<Document> documents = books.facts().documents(POSITION, INVOICES);
        assertThat(books.facts().totals(POSITION))
                .isEqualTo(new WrittenBooks(Side.WAREHOUSE, INVOICES, documents).totals(POSITION));
    }

    @Test
    void only_what_lies_up_to_the_position_is_counted() {
        warehouse.take(Samples.otherInvoice(1, 1), Samples.otherInvoice(2, 2), Samples.otherInvoice(3, 3));
        assertThat(books.facts().totals(2)).extracting(Total::documents).containsExactly(2L);
    }

    @Test
    void the_journal_facts_count_entries_by_the_position_of_their_cause() {
        warehouse.take(
                Samples.changed(Samples.journalPosted(), 2, data -> data.put("sourcePosition", 2)),
                Samples.paymentPosted());
        assertThat(books.journal().totals(2)).extracting(Total::minor).containsExactly(184025L);
        assertThat(books.journal().totals(POSITION))
                .extracting(total -> total.bucket().kind())
                .containsExactly("INVOICE", "PAYMENT");
    }

    @Test
    void every_reversal_is_a_fact_of_its_kind_and_taking_it_back_makes_it_nothing() {
        warehouse.take(Samples.reversals());

        assertThat(books.facts().totals(POSITION))
                .extracting(total -> total.bucket().kind() + " " + total.documents() + " " + total.minor())
                .containsExactly(
                        "CHARGEBACK 1 0",
                        "CREDIT_MEMO 1 54125",
                        "REFUND 1 36805",
                        "VOID 2 129900",
                        "WRITE_OFF 1 184025");
    }

    @Test
    void a_touched_reversal_of_any_kind_is_drift_of_that_document() {
        warehouse.take(Samples.reversals());
        for (String kind : List.of("CREDIT_MEMO", "REFUND", "VOID", "WRITE_OFF", "CHARGEBACK")) {
            Bucket bucket = new Bucket(kind, "US01", "USD");
            Books billing = new WrittenBooks(Side.BILLING, bucket, books.facts().documents(POSITION, bucket));
            assertThat(findings(billing)).as(kind).isEmpty();
            String one = " where event_id = (select event_id from reversal_fact where kind = '" + kind + "' limit 1)";
            warehouse.database.update("update reversal_fact set amount_minor = amount_minor + 1" + one);
            assertThat(findings(billing)).as(kind).singleElement().satisfies(found -> {
                assertThat(found.bucket()).isEqualTo(bucket);
                assertThat(found.right() - found.left()).isOne();
            });
            warehouse.database.update("update reversal_fact set amount_minor = amount_minor - 1" + one);
        }
    }

    private List<Finding> findings(Books billing) {
        List<Total> told = billing.totals(POSITION);
        List<Total> kept = books.facts().totals(POSITION).stream()
                .filter(total -> total.bucket().equals(told.get(0).bucket()))
                .toList();
        return new Comparison(Pair.BILLING_WAREHOUSE, POSITION, 0, billing, books.facts(), Set.of())
                .findings(told, kept);
    }

    @Test
    void when_all_agree_there_is_no_drift() {
        warehouse.take(Samples.story());
        ReconciliationJson.Run run = run(Trigger.REQUESTED, 184025);
        assertThat(run.summary().driftDocuments()).isZero();
        assertThat(run.drift()).isEmpty();
        assertThat(run.pairs()).allSatisfy(pair -> assertThat(pair.drift()).containsOnly(Money.zero("USD")));
        assertThat(told()).containsExactly("reconciliation.completed.v1");
    }

    @Test
    void a_changed_cent_is_found_by_document_told_once_and_gone_after_the_repair() {
        warehouse.take(Samples.story());
        ReconciliationJson.Run run = run(Trigger.REQUESTED, 184026);
        assertThat(run.drift()).singleElement().satisfies(drift -> {
            assertThat(drift.documentNumber()).isEqualTo(Samples.INVOICE_NUMBER);
            assertThat(drift.left()).isEqualTo(DriftSide.of(Side.BILLING, 184026L, "USD"));
            assertThat(drift.right()).isEqualTo(DriftSide.of(Side.WAREHOUSE, 184025L, "USD"));
            assertThat(drift.difference()).isEqualTo(Money.of("0.01", "USD"));
        });
        assertThat(run(Trigger.REQUESTED, 184026).drift()).hasSize(1);
        ReconciliationJson.Run repaired = run(Trigger.REQUESTED, 184025);
        assertThat(repaired.drift()).isEmpty();
        assertThat(repaired.summary().driftDocuments()).isZero();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "drift.detected.v1",
                        "reconciliation.completed.v1",
                        "reconciliation.completed.v1",
                        "drift.resolved.v1",
                        "reconciliation.completed.v1");
        assertThat(reconciliations.get(run.summary().runId()).orElseThrow().drift())
                .as("the earlier run still shows it")
                .hasSize(1);
    }

    @Test
    void a_deleted_fact_is_named_by_document_and_gone_after_the_rebuild() {
        warehouse.take(Samples.story());
        for (String table : List.of("booking_fact", "billing_fact", "cash_fact", "revenue_fact", "journal_fact")) {
            warehouse.database.update("create table saved as select * from " + table);
            warehouse.database.update("delete from " + table);
            List<DriftJson> found = run(Trigger.REQUESTED, 184025).drift();
            assertThat(found).as(table).isNotEmpty().allSatisfy(drift -> {
                assertThat(drift.documentId()).isNotEmpty();
                assertThat(drift.right().amount()).isNull();
                assertThat(drift.left().amount().isPositive()).isTrue();
            });
            warehouse.database.update("insert into " + table + " select * from saved");
            warehouse.database.update("drop table saved");
            assertThat(run(Trigger.REQUESTED, 184025).drift()).as(table).isEmpty();
        }
    }

    @Test
    void a_fact_that_nobody_told_is_found() {
        warehouse.take(Samples.story());
        warehouse.database.update(
                "insert into booking_fact select archive_position, event_id, source_position, 9, line_id, order_id, order_number, contract_id, customer_id, channel, legal_entity, currency, product_id, plan_id, revenue_treatment, 1, booked_on, start_date, end_date from booking_fact where line_number = 1");
        assertThat(run(Trigger.REQUESTED, 184025).drift()).singleElement().satisfies(drift -> {
            assertThat(drift.pair()).isEqualTo(Pair.ARCHIVE_WAREHOUSE);
            assertThat(drift.documentNumber()).isEqualTo("O-000001");
            assertThat(drift.difference()).isEqualTo(Money.of("-0.01", "USD"));
        });
    }

    @Test
    void a_continuous_run_with_nothing_new_confirms_the_one_before() {
        warehouse.take(Samples.story());
        ReconciliationJson.Run first = run(Trigger.CONTINUOUS, 184025);
        ReconciliationJson.Run second = run(Trigger.CONTINUOUS, 184025);
        assertThat(second.summary().runId()).isEqualTo(first.summary().runId());
        assertThat(second.summary().confirmedAt())
                .isAfterOrEqualTo(first.summary().confirmedAt());
        assertThat(run(Trigger.CONTINUOUS, 184026).summary().runId())
                .isNotEqualTo(first.summary().runId());
        assertThat(reconciliations.page(null, 10).items()).hasSize(2);
    }

    @Test
    void drift_is_listed_by_state_pair_and_document() {
        warehouse.take(Samples.story());
        run(Trigger.REQUESTED, 184026);
        assertThat(drifts.after(null, 10, true, Pair.BILLING_WAREHOUSE, Samples.INVOICE_NUMBER))
                .hasSize(1);
        assertThat(drifts.after(null, 10, false, null, null)).isEmpty();
        run(Trigger.REQUESTED, 184025);
        assertThat(drifts.after(null, 10, false, null, null)).hasSize(1);
    }
}
