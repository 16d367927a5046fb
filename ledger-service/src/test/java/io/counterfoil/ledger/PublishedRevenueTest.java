package io.counterfoil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Revenue that others published, month by month, through our own inbox, journal and recognition. ST: Stripe,
 * docs.stripe.com/revenue-recognition/examples and its methodology page; ZU: docs.zuora.com, contract modification; OC:
 * OCA/account-closing, account_move_cutoff/readme/CONFIGURE.rst (all read 2026).
 */
class PublishedRevenueTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    /** What each aggregation has delivered by the end of January and by 14 February, when it is invoiced; then by March. */
    @ParameterizedTest(name = "ST-03 {0}")
    @CsvSource({
        "sum,            15 17 0,   true false,   15.00 17.00 0.00,  15.00 -15.00 0.00,  0.00 32.00 0.00",
        "max,            17 0 0,    true false,   17.00 0.00 0.00,   17.00 -17.00 0.00,  0.00 17.00 0.00",
        "last in period, 10 5 0,    true false,   10.00 5.00 0.00,   10.00 -10.00 0.00,  0.00 15.00 0.00",
        "last ever,      10 8 18,   true true,    10.00 8.00 18.00,  10.00 -10.00 0.00,  0.00 18.00 18.00",
    })
    void st_03_metered(
            String aggregation, String delivered, String billed, String revenue, String unbilled, String receivable) {
        String[] days = {"2026-01-31", "2026-02-14", "2026-03-14"};
        Map<UUID, String> open = new LinkedHashMap<>();
        for (int month = 0; month < 3; month++) {
            String units = delivered.split(" ")[month];
            if (!units.equals("0")) {
                UUID accrual = EventIds.next();
                open.put(accrual, units + ".00");
                ledger.take(billing.delivered(accrual, LocalDate.parse(days[month]), units + ".00"));
            }
            if (month > 0 && billed.split(" ")[month - 1].equals("true")) {
                BillingFacts.Invoice invoice = billing.invoice(LocalDate.parse(days[month]));
                open.forEach((accrual, amount) -> invoice.accrued(accrual, "USAGE", "POINT_IN_TIME", amount));
                ledger.take(invoice.issued());
                open.clear();
            }
        }

        assertThat(moved("Usage revenue")).isEqualTo(revenue);
        assertThat(moved("Unbilled receivable")).isEqualTo(unbilled);
        assertThat(moved("Accounts receivable")).isEqualTo(receivable);
    }

    @Test
    void st_04_an_upgrade_is_earned_in_its_month_and_billed_in_the_next() {
        UUID upgrade = EventIds.next();
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 1))
                .overTime("90.00", "2026-01-01", "2026-02-01")
                .issued());
        ledger.take(billing.delivered(upgrade, LocalDate.of(2026, 1, 22), "10.00"));
        ledger.moveTo("2026-02-01T00:00:00Z");
        ledger.take(billing.invoice(LocalDate.of(2026, 2, 1))
                .accrued(upgrade, "USAGE", "POINT_IN_TIME", "10.00")
                .overTime("120.00", "2026-02-01", "2026-03-01")
                .issued());
        ledger.moveTo("2026-03-01T00:00:00Z");

        assertThat(moved("Accounts receivable")).isEqualTo("90.00 130.00 0.00");
        assertThat(moved("Unbilled receivable")).isEqualTo("10.00 -10.00 0.00");
        assertThat(moved("Subscription revenue", "Usage revenue")).isEqualTo("100.00 120.00 0.00");
    }

    /** The methodology page's figure holds where the month of an event counts as earned: months that are even. */
    @Test
    void st_26_a_year_by_even_months_refunded_in_its_second_one() {
        method("MONTH_EVEN");
        BillingFacts.Invoice year =
                billing.invoice(LocalDate.of(2026, 1, 1)).overTime("120.00", "2026-01-01", "2027-01-01");
        ledger.take(
                year.issued(),
                billing.payment(LocalDate.of(2026, 1, 1), "120.00")
                        .of(year, "120.00")
                        .settled());
        ledger.moveTo("2026-02-15T00:00:00Z");
        ledger.take(new ReversalFacts(billing)
                .refund(year, LocalDate.of(2026, 2, 15), "REVERSE_REVENUE", "120.00", "0.00"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(moved("Refunds")).isEqualTo("0.00 20.00 0.00");
        assertThat(moved("Subscription revenue")).isEqualTo("10.00 10.00 0.00");
        assertThat(ledger.balances(null).get("Deferred revenue").isZero()).isTrue();
    }

    @Test
    void oc_01_a_cut_off_by_months_prorated_at_both_ends() {
        method("MONTH_EVEN_PRORATED");
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 8))
                .overTime("2258.06", "2026-01-08", "2026-03-16")
                .issued());

        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(moved("Subscription revenue")).isEqualTo("774.19 1000.00 483.87");
    }

    @Test
    void zu_08_a_contract_whose_price_changes_in_its_middle() {
        IntStream.rangeClosed(1, 12).forEach(month -> {
            LocalDate first = LocalDate.of(2026, month, 1);
            ledger.moveTo(first + "T00:00:00Z");
            ledger.take(billing.invoice(first)
                    .overTime(
                            month < 7 ? "100.00" : "150.00",
                            first.toString(),
                            first.plusMonths(1).toString())
                    .issued());
        });
        ledger.moveTo("2027-01-01T00:00:00Z");

        assertThat(ledger.balances("2026-06").get("Subscription revenue").amount())
                .isEqualTo("100.00");
        assertThat(ledger.balances("2026-07").get("Subscription revenue").amount())
                .isEqualTo("150.00");
        assertThat(ledger.balances(null).get("Subscription revenue").amount()).isEqualTo("1500.00");
    }

    private void method(String name) {
        ledger.database()
                .update(
                        "insert into revenue_policy (id, legal_entity_id, method, remainder, decided_by, recorded_at) "
                                + "values (gen_random_uuid(), 'US01', ?, 'LAST', 'test', now())",
                        name);
    }

    private String moved(String... accounts) {
        return String.join(
                " ",
                List.of("2026-01", "2026-02", "2026-03").stream()
                        .map(month -> {
                            Money sum = Money.zero("USD");
                            for (String account : accounts) {
                                sum = sum.plus(ledger.balances(month).getOrDefault(account, Money.zero("USD")));
                            }
                            return sum.amount();
                        })
                        .toList());
    }
}
