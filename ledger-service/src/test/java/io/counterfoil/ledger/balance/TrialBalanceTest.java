package io.counterfoil.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {

    private final LedgerUnderTest ledger =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("JP01", "JPY");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void two_invoices_the_second_known_a_day_later_for_a_day_before() {
        ledger.clock().moveTo("2026-01-10T12:00:00Z");
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 10)).atOnce("100.00").issued());
        ledger.clock().moveTo("2026-01-11T12:00:00Z");
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 5))
                .atOnce("10.00")
                .tax("1.00")
                .issued());
        ledger.take(new BillingFacts("JP01", "JPY", 2)
                .invoice(LocalDate.of(2026, 1, 5))
                .atOnce("5000")
                .issued());
    }

    @Test
    void there_is_one_per_legal_entity_and_currency_and_debits_are_credits() {
        List<TrialBalanceJson> all = balances(null, null, null);

        assertThat(all)
                .extracting(b -> b.legalEntityId() + " " + b.totalDebit())
                .containsExactly("JP01 5000 JPY", "US01 111.00 USD");
        assertThat(all).allSatisfy(b -> assertThat(b.totalDebit()).isEqualTo(b.totalCredit()));
    }

    @Test
    void a_balance_stands_on_the_normal_side_of_its_account() {
        assertThat(balances("US01", null, null).get(0).lines())
                .extracting(line -> line.name() + " " + line.balance().amount())
                .containsExactly("Accounts receivable 111.00", "Tax payable 1.00", "Services revenue 110.00");
    }

    @Test
    void as_of_a_day_what_was_posted_later_does_not_count() {
        assertThat(balances("US01", LocalDate.of(2026, 1, 9), null)
                        .get(0)
                        .totalDebit()
                        .amount())
                .isEqualTo("11.00");
    }

    @Test
    void as_known_at_a_time_what_was_recorded_later_does_not_count() {
        assertThat(balances("US01", null, Instant.parse("2026-01-10T23:59:59Z"))
                        .get(0)
                        .totalDebit()
                        .amount())
                .isEqualTo("100.00");
        assertThat(balances("US01", LocalDate.of(2026, 1, 9), Instant.parse("2026-01-10T23:59:59Z")))
                .isEmpty();
    }

    @Test
    void rolled_up_it_is_the_same_at_every_date_and_time() {
        List<LocalDate> days = Arrays.asList(null, LocalDate.of(2026, 1, 9), LocalDate.of(2026, 1, 10));
        List<Instant> times = Arrays.asList(
                null,
                Instant.parse("2026-01-10T11:59:59Z"),
                Instant.parse("2026-01-10T12:00:00Z"),
                Instant.parse("2026-01-10T23:59:59Z"),
                Instant.parse("2026-01-11T12:00:00Z"));
        List<List<TrialBalanceJson>> before = everywhere(days, times);

        RollBalances roll = ledger.get(RollBalances.class);
        boolean rolled = ledger.postgres().transactions().fresh(() -> roll.handle(1));
        boolean again = ledger.postgres().transactions().fresh(() -> roll.handle(1));

        assertThat(rolled).isTrue();
        assertThat(again).as("nothing waits").isFalse();
        assertThat(everywhere(days, times)).isEqualTo(before);
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 10)).atOnce("1.00").issued());
        assertThat(balances("US01", null, null).get(0).totalDebit().amount()).isEqualTo("112.00");
    }

    @Test
    void movements_by_month_are_the_same_rolled_up_or_not_and_as_known_earlier() {
        List<String> before = movements(null);
        assertThat(before)
                .containsExactly(
                        "Accounts receivable 0.00 111.00 0.00 111.00",
                        "Tax payable 0.00 1.00 0.00 1.00",
                        "Services revenue 0.00 110.00 0.00 110.00");
        List<String> earlier = movements(Instant.parse("2026-01-10T23:59:59Z"));
        assertThat(earlier)
                .containsExactly(
                        "Accounts receivable 0.00 100.00 0.00 100.00", "Services revenue 0.00 100.00 0.00 100.00");

        ledger.postgres().transactions().fresh(() -> ledger.get(RollBalances.class)
                .handle(1));

        assertThat(movements(null)).isEqualTo(before);
        assertThat(movements(Instant.parse("2026-01-10T23:59:59Z"))).isEqualTo(earlier);
    }

    private List<String> movements(Instant knownAt) {
        return ledger
                .get(AccountMovements.class)
                .of(
                        "US01",
                        YearMonth.of(2026, 1),
                        YearMonth.of(2026, 2),
                        knownAt,
                        AccountMovementsJson.Amounts.FUNCTIONAL)
                .items()
                .stream()
                .map(each -> each.name() + " " + each.opening().amount() + " "
                        + each.months().get(0).movement().amount() + " "
                        + each.months().get(1).movement().amount() + " "
                        + each.closing().amount())
                .toList();
    }

    private List<List<TrialBalanceJson>> everywhere(List<LocalDate> days, List<Instant> times) {
        return days.stream()
                .flatMap(day -> times.stream().map(time -> balances(null, day, time)))
                .toList();
    }

    @Test
    void the_gauge_shows_that_nothing_is_off() {
        assertThat(ledger.get(TrialBalanceGauge.class).gauges())
                .extracting(Metrics.Gauge::labels, gauge -> gauge.value().longValue())
                .containsExactlyInAnyOrder(
                        Tuple.tuple(Map.of("currency", "USD"), 0L), Tuple.tuple(Map.of("currency", "JPY"), 0L));
    }

    private List<TrialBalanceJson> balances(String legalEntityId, LocalDate asOf, Instant knownAt) {
        return ledger.get(TrialBalances.class).of(legalEntityId, asOf, knownAt);
    }
}
