package io.counterfoil.ledger.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.OrderFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts promise: allocation, delivery, holds, modifications, the early end. */
class ObligationsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    /**
     * MS-01: MicrosoftDocs/dynamics-365-unified-operations-public, rev-rec-bundles.md. IF-06: IFRS 15 Example 33, recalled
     * (unconfirmed), in whole units. IF-09: a practitioner's page, whole units, the last by difference.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "MS-01,               USD, 1900.00 400.00 0.00, 1900.00 500.00 150.00, 1713.73 450.98 135.29",
        "IF-06 (unconfirmed), JPY, 50 25 25,            50 25 75,              33 17 50",
        "IF-09,               JPY, 100000 20000 0,      100000 30000 10000,    85714 25714 8572",
        "residual,            USD, 800.00 500.00,       1000.00 0.00,          1000.00 300.00",
        "nothing left,        USD, 500.00 100.00,       1000.00 0.00,          545.45 54.55",
    })
    void a_bundle_is_allocated_by_stand_alone_prices(
            String id, String currency, String prices, String standalone, String allocated) {
        OrderFacts order = new OrderFacts(billing, currency);
        String[] price = prices.split(" ");
        String[] alone = standalone.split(" ");
        for (int i = 0; i < price.length; i++) {
            order.promise("P" + i, "OVER_TIME_DAILY", price[i], alone[i]);
        }

        ledger.take(order.signed());

        assertThat(contract().obligations())
                .extracting(promise -> promise.allocated().amount())
                .containsExactly(allocated.split(" "));
    }

    /** IFRS 15 Example 34 / ASC 606-10-55-259, cases A and B, recalled (unconfirmed): B and C are regularly sold together for 60. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "case A (unconfirmed), A B C,   40.00 55.00 45.00,      100.00, 40.00 33.00 27.00",
        "case B (unconfirmed), A B C D, 40.00 55.00 45.00 0.00, 130.00, 40.00 33.00 27.00 30.00",
    })
    void a_discount_belongs_to_those_that_are_regularly_sold_together_for_less(
            String id, String products, String standalone, String price, String allocated) {
        OrderFacts order = new OrderFacts(billing, "USD").together("60.00", "B", "C");
        String[] names = products.split(" ");
        String[] alone = standalone.split(" ");
        Money each = billing.money(price)
                .allocate(List.of(BigDecimal.ONE, BigDecimal.ONE))
                .get(0);
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            order.promise(names[i], "POINT_IN_TIME", i == 0 || last ? each.amount() : "0.00", alone[i]);
        }

        ledger.take(order.signed());

        assertThat(contract().obligations())
                .extracting(promise -> promise.allocated().amount())
                .containsExactly(allocated.split(" "));
    }

    @Test
    void what_is_allocated_is_earned_whichever_of_contract_and_invoice_comes_first() {
        Envelope signed = new OrderFacts(billing, "USD")
                .promise("PLATFORM", "OVER_TIME_DAILY", "1900.00", "1900.00")
                .promise("SETUP", "POINT_IN_TIME", "400.00", "500.00")
                .promise("TRAINING", "OVER_TIME_DAILY", "0.00", "150.00")
                .signed();
        Envelope issued = billing.invoice(JAN_1)
                .overTime("PLATFORM", "1900.00", "2026-01-01", "2027-01-01")
                .atOnce("400.00")
                .overTime("TRAINING", "0.00", "2026-01-01", "2026-02-01")
                .issued();
        ledger.take(signed);
        ledger.take(issued);
        LedgerUnderTest other = new LedgerUnderTest().withEntity("US01", "USD");
        other.clock().moveTo("2026-01-01T08:00:00Z");
        other.take(issued);
        other.take(signed);

        for (LedgerUnderTest each : List.of(ledger, other)) {
            each.moveTo("2027-01-01T00:00:00Z");
            assertThat(recognised(each))
                    .containsEntry("PLATFORM", "1713.73")
                    .containsEntry("SETUP", "450.98")
                    .containsEntry("TRAINING", "135.29");
            assertThat(each.balances(null).get("Deferred revenue").amount()).isEqualTo("0.00");
            assertThat(ControlCheck.differences(each)).isEmpty();
        }
    }

    /** 100 a month and a set-up for nothing that sells for 500: what is earned beyond what is billed is an asset until it is billed. */
    @Test
    void what_is_earned_beyond_what_is_billed_is_a_contract_asset_and_goes_back_as_more_is_billed() {
        ledger.take(new OrderFacts(billing, "USD")
                .promise("PLATFORM", "OVER_TIME_DAILY", "1200.00", "1200.00")
                .promise("SETUP", "POINT_IN_TIME", "0.00", "400.00")
                .signed());
        ledger.take(billing.invoice(JAN_1)
                .overTime("PLATFORM", "100.00", "2026-01-01", "2026-02-01")
                .atOnce("0.00")
                .issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        assertThat(ledger.balances(null).get("Contract asset").amount()).isEqualTo("275.00");
        assertThat(ledger.balances(null).get("Deferred revenue").amount()).isEqualTo("0.00");
        assertThat(ledger.balances("2026-01").get("Subscription revenue").amount())
                .isEqualTo("375.00");

        ledger.take(billing.invoice(LocalDate.of(2026, 2, 1))
                .overTime("PLATFORM", "300.00", "2026-02-01", "2026-05-01")
                .issued());
        ledger.moveTo("2026-03-01T00:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Contract asset").amount()).isEqualTo("45.79");
        assertThat(ledger.balances(null).get("Deferred revenue").amount()).isEqualTo("0.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void what_is_held_is_caught_up_when_it_is_resumed() {
        billed("90.00", "2026-01-01", "2026-04-01");
        act("HOLD", "2026-02-01", null, null, null);
        assertThatThrownBy(() -> act("HOLD", "2026-02-01", null, null, null)).isInstanceOf(IllegalMove.class);
        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(contract().obligations().get(0).state()).isEqualTo("HELD");

        act("RESUME", "2026-03-15", null, null, null);

        ledger.moveTo("2026-04-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "59.00");
        assertThat(contract().obligations().get(0).state()).isEqualTo("SATISFIED");
    }

    @Test
    void what_is_left_of_a_terminated_obligation_is_earned_at_once() {
        billed("90.00", "2026-01-01", "2026-04-01");

        act("TERMINATE", "2026-02-10", null, null, null);

        ledger.moveTo("2026-04-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "59.00", "0.00");
        assertThat(contract().obligations().get(0).state()).isEqualTo("TERMINATED");
        assertThatThrownBy(() -> act("HOLD", "2026-03-01", null, null, null)).isInstanceOf(IllegalMove.class);
    }

    /** IF-01: IFRS 15 Example 5 / ASC 606-10-55-111, recalled (unconfirmed): (60 × 100 + 30 × 80) / 90 = 93.33 a unit, 2,800 for 30. */
    @Test
    void if_01_unconfirmed_a_modification_that_is_not_at_its_stand_alone_price_is_blended() {
        byProgress();
        billed("12000.00", "2026-01-01", "2027-01-01");
        act("PROGRESS", "2026-01-20", 60L, 120L, null);
        ledger.moveTo("2026-02-01T00:00:00Z");
        act("PROSPECTIVE", "2026-02-01", 60L, 150L, null);
        ledger.take(billing.invoice(LocalDate.of(2026, 2, 1))
                .overTime("2400.00", "2026-02-01", "2027-01-01")
                .issued());

        act("PROGRESS", "2026-02-10", 90L, 150L, null);
        ledger.moveTo("2026-03-01T00:00:00Z");
        act("PROGRESS", "2026-03-10", 150L, 150L, null);
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("6000.00", "2800.00", "5600.00");
    }

    /** IF-01, the other half: at its stand-alone price it is a contract of its own, at 95 a unit; the first stays at 100. */
    @Test
    void if_01_unconfirmed_a_modification_at_its_stand_alone_price_is_a_contract_of_its_own() {
        byProgress();
        billed("12000.00", "2026-01-01", "2027-01-01");
        act("PROGRESS", "2026-01-20", 60L, 120L, null);

        act("SEPARATE", "2026-02-01", null, null, null);
        act("PROGRESS", "2026-02-10", 61L, 120L, null);

        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02")).containsExactly("6000.00", "100.00");
        assertThat(contract().obligations().get(0).acts())
                .extracting(ObligationAct::decidedBy)
                .containsOnly("controller");
    }

    @Test
    void a_modification_whose_rest_is_not_distinct_catches_up() {
        byProgress();
        billed("1000.00", "2026-01-01", "2027-01-01");
        act("PROGRESS", "2026-01-20", 420L, 700L, null);
        ledger.moveTo("2026-02-01T00:00:00Z");

        act("CATCH_UP", "2026-02-05", 420L, 840L, null);

        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02")).containsExactly("600.00", "-100.00");
    }

    @Test
    void a_contract_that_is_extended_spreads_what_is_left_over_the_longer_time() {
        billed("90.00", "2026-01-01", "2026-04-01");
        act("PROSPECTIVE", "2026-02-01", null, null, LocalDate.of(2026, 5, 1));

        ledger.moveTo("2026-05-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03", "2026-04"))
                .containsExactly("31.00", "18.56", "20.55", "19.89");
    }

    /** 1,200 a year, 2,400 from July on: the rest is not distinct, so half a year at the new blend is caught up in July. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CUMULATIVE_CATCH_UP, CATCH_UP,    98.63 453.27 153.30",
        "PROSPECTIVE,         PROSPECTIVE, 98.63 203.84 203.82",
        "SEPARATE_CONTRACT,   SEPARATE,    98.63 203.84 203.82",
    })
    void an_amended_subscription_is_treated_as_was_decided(String treatment, String act, String revenue)
            throws Exception {
        billed("1200.00", "2026-01-01", "2027-01-01");
        ledger.moveTo("2026-07-01T07:00:00Z");
        ledger.take(amended(treatment));
        ledger.take(billing.invoice(LocalDate.of(2026, 7, 1))
                .overTime("-604.93", "2026-07-01", "2027-01-01")
                .overTime("1209.86", "2026-07-01", "2027-01-01")
                .issued());
        ledger.moveTo("2026-09-01T07:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(revenue("2026-06", "2026-07", "2026-08")).containsExactly(revenue.split(" "));
        assertThat(contract().obligations().get(0).acts())
                .extracting(done -> done.kind() + " by " + done.decidedBy())
                .containsExactly(act + " by policy");
    }

    @ParameterizedTest(name = "of a promise that is {0}")
    @CsvSource({"told later, true", "never told, false"})
    void an_amendment_before_its_contract_counts_all_the_same(String when, boolean told) throws Exception {
        Envelope signed = new OrderFacts(billing, "USD")
                .promise("PLATFORM", "OVER_TIME_DAILY", "1200.00", "1200.00")
                .signed();
        ledger.take(billing.invoice(JAN_1)
                .overTime("1200.00", "2026-01-01", "2027-01-01")
                .issued());
        ledger.moveTo("2026-07-01T07:00:00Z");
        ledger.take(amended("CUMULATIVE_CATCH_UP"));
        ledger.take(billing.invoice(LocalDate.of(2026, 7, 1))
                .overTime("-604.93", "2026-07-01", "2027-01-01")
                .overTime("1209.86", "2026-07-01", "2027-01-01")
                .issued());
        if (told) {
            ledger.take(signed);
        }
        ledger.moveTo("2026-09-01T07:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(revenue("2026-06", "2026-07", "2026-08")).containsExactly("98.63", "453.27", "153.30");
        if (told) {
            assertThat(contract().obligations().get(0).acts()).hasSize(1);
        }
    }

    private Envelope amended(String treatment) throws Exception {
        ObjectNode data = (ObjectNode)
                GoldenExample.from("/billing", "subscription-amended.v1").data();
        data.put("modificationTreatment", treatment);
        data.putArray("pendingLines");
        ((ObjectNode) data.path("obligationsBefore").get(0)).put("performanceObligationId", "obligation-PLATFORM");
        return billing.told("subscription.amended", EventIds.next(), LocalDate.of(2026, 7, 1), data);
    }

    private void byProgress() {
        ledger.database()
                .update(
                        "insert into revenue_policy (id, legal_entity_id, product_id, method, remainder, decided_by, recorded_at) "
                                + "values (gen_random_uuid(), 'US01', 'PLATFORM', 'PROGRESS', 'LAST', 'test', now())");
    }

    private void billed(String amount, String start, String end) {
        ledger.take(new OrderFacts(billing, "USD")
                .promise("PLATFORM", "OVER_TIME_DAILY", amount, amount)
                .signed());
        ledger.take(billing.invoice(JAN_1).overTime(amount, start, end).issued());
    }

    private void act(String kind, String day, Long done, Long all, LocalDate newEnd) {
        RevenueContractJson.Act act = new RevenueContractJson.Act(
                ObligationAct.Kind.valueOf(kind), LocalDate.parse(day), done, all, newEnd, "as agreed");
        ActOnObligation use = ledger.get(ActOnObligation.class);
        ledger.postgres()
                .transactions()
                .fresh(() -> use.handle(billing.contractId(), "obligation-PLATFORM", act, "controller"));
    }

    private RevenueContractJson contract() {
        return ledger.get(RevenueContracts.class).find(billing.contractId()).orElseThrow();
    }

    private static Map<String, String> recognised(LedgerUnderTest of) {
        return of
                .database()
                .query(
                        "select s.product_id, s.currency, sum(s.net_minor - s.deferred_minor + coalesce(p.recognised_minor, 0))::bigint as minor "
                                + "from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id group by 1, 2")
                .list(row -> List.of(
                        row.text("product_id"), row.money("minor", "currency").amount()))
                .stream()
                .collect(Collectors.toMap(pair -> pair.get(0), pair -> pair.get(1)));
    }

    private List<String> revenue(String... months) {
        return Stream.of(months)
                .map(month -> ledger.balances(month)
                        .getOrDefault("Subscription revenue", Money.zero("USD"))
                        .amount())
                .toList();
    }
}
