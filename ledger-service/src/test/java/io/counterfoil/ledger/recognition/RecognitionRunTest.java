package io.counterfoil.ledger.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecognitionRunTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("JP01", "JPY");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void each_month_end_recognises_once_for_each_legal_entity() {
        ledger.take(billing.invoice(JAN_1)
                .overTime("365.00", "2026-01-01", "2027-01-01")
                .issued());

        ledger.moveTo("2026-03-01T00:00:00Z");
        ledger.moveTo("2026-03-01T00:00:01Z");

        assertThat(runs())
                .containsExactlyInAnyOrder(
                        "US01 2026-01-31 COMPLETED 1",
                        "JP01 2026-01-31 COMPLETED 0",
                        "US01 2026-02-28 COMPLETED 1",
                        "JP01 2026-02-28 COMPLETED 0");
        assertThat(ledger.balances(null).get("Subscription revenue").amount()).isEqualTo("59.00");
    }

    @Test
    void a_run_of_many_sets_goes_on_where_it_stood() {
        List<Envelope> invoices = new ArrayList<>();
        for (int i = 0; i < RecogniseNextSet.SET + 20; i++) {
            invoices.add(billing.invoice(JAN_1)
                    .overTime("31.00", "2026-01-01", "2026-02-01")
                    .issued());
        }
        ledger.take(invoices);
        ledger.clock().moveTo("2026-01-20T12:00:00Z");
        RecognitionRun run = start("US01", LocalDate.of(2026, 1, 10));
        RecogniseNextSet next = ledger.get(RecogniseNextSet.class);

        ledger.postgres().transactions().fresh(() -> next.handle(run.id()));
        assertThat(ledger.balances(null).get("Subscription revenue").amount()).isEqualTo("5000.00");
        ledger.moveTo("2026-01-20T12:00:01Z");

        assertThat(ledger.balances(null).get("Subscription revenue").amount()).isEqualTo("5200.00");
        assertThat(runs()).containsExactly("US01 2026-01-10 COMPLETED 520");
    }

    @Test
    void what_comes_late_is_recognised_by_the_next_run() {
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 31))
                .overTime("31.00", "2026-01-01", "2026-02-01")
                .issued());

        ledger.moveTo("2026-03-01T00:00:00Z");

        assertThat(ledger.balances("2026-01").get("Subscription revenue").amount())
                .isEqualTo("31.00");
        assertThat(ledger.balances(null).get("Deferred revenue").isZero()).isTrue();
    }

    @Test
    void yen_are_earned_in_whole_yen() {
        ledger.take(new BillingFacts("JP01", "JPY", 10)
                .invoice(JAN_1)
                .overTime("1000", "2026-01-01", "2026-04-01")
                .issued());

        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(List.of("2026-01", "2026-02", "2026-03"))
                .extracting(month ->
                        ledger.balances(month).get("Subscription revenue").amount())
                .containsExactly("344", "312", "344");
    }

    @Test
    void what_is_not_earned_yet_is_not_recognised() {
        assertThatThrownBy(() -> start("US01", LocalDate.of(2026, 1, 2))).isInstanceOf(ThroughDateInFuture.class);
    }

    @Test
    void a_run_that_finds_no_rule_waits_for_a_person_and_goes_on_when_replayed() {
        ledger.take(billing.invoice(JAN_1)
                .overTime("31.00", "2026-01-01", "2026-02-01")
                .issued());
        ledger.database()
                .update(
                        "insert into posting_rule select id, 2, legal_entity_id, purpose, date '2026-01-15', null, now(), 'test' "
                                + "from posting_rule where id = 'US01-RECOGNITION'");
        ledger.database()
                .update(
                        "insert into posting_rule_line (rule_id, rule_version, line_number, item, product_id, debit_account, credit_account) "
                                + "values ('US01-RECOGNITION', 2, 1, 'SCHEDULE', 'OTHER', 'US01/2200', 'US01/4000')");
        ledger.database()
                .update("insert into posting_rule_decision values ('US01-RECOGNITION', 2, true, 'another', now())");

        ledger.moveTo("2026-02-01T00:00:00Z");
        assertThat(ledger.openExceptions()).containsExactly("no-posting-rule");
        assertThat(runs()).contains("US01 2026-01-31 HELD 0");

        ledger.database()
                .update(
                        "insert into posting_rule select id, 3, legal_entity_id, purpose, date '2026-01-15', null, now(), 'test' "
                                + "from posting_rule where id = 'US01-RECOGNITION' and version = 1");
        ledger.database()
                .update(
                        "insert into posting_rule_line (rule_id, rule_version, line_number, item, debit_account, credit_account) "
                                + "values ('US01-RECOGNITION', 3, 1, 'SCHEDULE', 'US01/2200', 'US01/4000')");
        ledger.database()
                .update("insert into posting_rule_decision values ('US01-RECOGNITION', 3, true, 'another', now())");
        ledger.postgres().transactions().fresh(() -> ledger.get(RecognitionRuns.class)
                .before(0, "US01", 10)
                .forEach(run -> ledger.get(RecognitionRuns.class).resume(run.id())));
        ledger.moveTo("2026-02-01T00:00:01Z");

        assertThat(runs()).contains("US01 2026-01-31 COMPLETED 1");
        assertThat(ledger.balances(null).get("Subscription revenue").amount()).isEqualTo("31.00");
    }

    @Test
    void large_sets_recognise_what_single_entries_would_and_tell_each_slice() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        List<Envelope> invoices = new ArrayList<>();
        for (int i = 0; i < RecogniseNextSet.MANY + 100; i++) {
            LocalDate start = JAN_1.plusDays(random.nextInt(60) - 40);
            invoices.add(billing.invoice(JAN_1.plusDays(random.nextInt(30)))
                    .overTime(
                            Money.ofMinor(1 + random.nextInt(1_000_000), "USD").amount(),
                            start.toString(),
                            start.plusDays(1 + random.nextInt(400)).toString())
                    .issued());
        }
        ledger.take(invoices);
        LedgerUnderTest single = new LedgerUnderTest().withEntity("US01", "USD");
        single.take(invoices);
        single.database().update("update schedule_progress set plain = false");

        for (LedgerUnderTest each : List.of(ledger, single)) {
            each.moveTo("2026-02-01T00:00:00Z");
            each.moveTo("2026-04-01T00:00:00Z");
        }

        String of = " as n from recognised_slice r join revenue_schedule s on s.id = r.schedule_id";
        assertThat(count(ledger, "select count(*) as n from recognition_set"))
                .as("seed " + seed)
                .isPositive();
        assertThat(count(single, "select count(*) as n from recognition_set")).isZero();
        for (String what : List.of(
                "count(*)",
                "sum(r.amount_minor)",
                "sum(hashtext(concat_ws('|', s.invoice_line_id, slice_start, slice_end, r.effective_date, r.amount_minor))::bigint)")) {
            assertThat(count(ledger, "select " + what + of))
                    .as("seed " + seed + ": " + what)
                    .isEqualTo(count(single, "select " + what + of));
        }
        assertThat(ledger.balances("2026-03")).as("seed " + seed).isEqualTo(single.balances("2026-03"));
        assertThat(ledger.balances(null)).as("seed " + seed).isEqualTo(single.balances(null));
        String told = "select count(*) as n from outbox where type = '" + RevenueRecognised.TYPE + "'";
        assertThat(count(ledger, told)).isEqualTo(count(single, told));
    }

    private static long count(LedgerUnderTest of, String sql) {
        return of.database().query(sql).one(row -> row.longValue("n")).orElseThrow();
    }

    private RecognitionRun start(String legalEntityId, LocalDate through) {
        StartRecognitionRun start = ledger.get(StartRecognitionRun.class);
        return ledger.postgres()
                .transactions()
                .fresh(() -> start.handle(new RecognitionRunJson.Request(legalEntityId, through)));
    }

    private List<String> runs() {
        return ledger.database()
                .query(
                        "select legal_entity_id || ' ' || through_date || ' ' || state || ' ' || schedules as words from recognition_run")
                .list(row -> row.text("words"));
    }
}
