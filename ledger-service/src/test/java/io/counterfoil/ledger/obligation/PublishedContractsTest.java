package io.counterfoil.ledger.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.Retold;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.OrderFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Illustrative examples of IFRS 15 and ASC 606 beside those of the first table; recalled (unconfirmed). */
class PublishedContractsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void by_what_is_delivered() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        ledger.database()
                .update(
                        "insert into revenue_policy (id, legal_entity_id, product_id, method, remainder, decided_by, recorded_at) "
                                + "values (gen_random_uuid(), 'US01', 'PLATFORM', 'PROGRESS', 'LAST', 'test', now())");
    }

    @AfterEach
    void the_books_hold() {
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /**
     * Example 7: three years at 100,000; before the third its price falls to 80,000, and three more are sold for 200,000, below what
     * they cost alone: 280,000 over four years. A month stands for a year.
     */
    @Test
    void if_10_unconfirmed_a_modification_of_services_is_blended_over_the_years_that_are_left() {
        billed("300000.00");
        act("PROGRESS", "2026-01-31", 1L, 3L);
        ledger.moveTo("2026-02-01T00:00:00Z");
        act("PROGRESS", "2026-02-28", 2L, 3L);
        ledger.moveTo("2026-03-01T00:00:00Z");
        act("PROSPECTIVE", "2026-03-01", 2L, 6L);
        ledger.take(billing.invoice(LocalDate.of(2026, 3, 1))
                .overTime("-20000.00", "2026-03-01", "2026-07-01")
                .overTime("200000.00", "2026-03-01", "2026-07-01")
                .issued());
        for (int month = 3; month <= 6; month++) {
            act("PROGRESS", LocalDate.of(2026, month, 28).toString(), month, 6L);
            ledger.moveTo(LocalDate.of(2026, month + 1, 1) + "T00:00:00Z");
        }

        assertThat(moved("Subscription revenue", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"))
                .isEqualTo("100000.00 100000.00 70000.00 70000.00 70000.00 70000.00");
    }

    /** Example 8: 1,000,000, of which 60 % is done; then 1,350,000, of which that is 51.2 %: 91,200 are caught up. */
    @Test
    void if_11_unconfirmed_a_modification_of_what_is_one_promise_is_caught_up() {
        billed("1000000.00");
        act("PROGRESS", "2026-01-20", 600L, 1000L);
        ledger.moveTo("2026-02-01T00:00:00Z");
        act("CATCH_UP", "2026-02-01", 512L, 1000L);
        ledger.take(billing.invoice(FEB_1)
                .overTime("350000.00", "2026-02-01", "2027-01-01")
                .issued());
        ledger.moveTo("2026-03-01T00:00:00Z");

        assertThat(moved("Subscription revenue", "2026-01", "2026-02")).isEqualTo("600000.00 91200.00");
    }

    /** Example 38, case B: 1,000 are due on 31 January and can't be taken back, are paid in March and delivered at its end. */
    @Test
    void if_12_unconfirmed_what_is_due_before_it_is_delivered_is_a_receivable_and_a_liability() {
        BillingFacts.Invoice invoice =
                billing.invoice(LocalDate.of(2026, 1, 31)).overTime("1000.00", "2026-01-31", "2026-04-01");
        ledger.take(signed("1000.00"));
        ledger.take(invoice.issued());
        ledger.moveTo("2026-03-01T00:00:00Z");
        ledger.take(billing.payment(LocalDate.of(2026, 3, 1), "1000.00")
                .of(invoice, "1000.00")
                .settled());
        act("PROGRESS", "2026-03-31", 1L, 1L);
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(moved("Accounts receivable", "2026-01", "2026-02", "2026-03"))
                .isEqualTo("1000.00 0.00 -1000.00");
        assertThat(moved("Deferred revenue", "2026-01", "2026-02", "2026-03")).isEqualTo("1000.00 0.00 -1000.00");
        assertThat(moved("Cash clearing", "2026-01", "2026-02", "2026-03")).isEqualTo("0.00 0.00 1000.00");
        assertThat(moved("Subscription revenue", "2026-01", "2026-02", "2026-03"))
                .isEqualTo("0.00 0.00 1000.00");
    }

    /** Example 39: product A for 400 is delivered, but 1,000 are due only when B, for 600, is too. */
    @Test
    void if_13_unconfirmed_what_is_delivered_and_not_due_is_a_contract_asset() {
        UUID productA = EventIds.next();
        ledger.take(conditional(billing.delivered(productA, LocalDate.of(2026, 1, 20), "400.00")));
        ledger.take(billing.invoice(FEB_1)
                .accrued(productA, "USAGE", "POINT_IN_TIME", "400.00")
                .atOnce("600.00")
                .issued());

        assertThat(moved("Contract asset", "2026-01", "2026-02")).isEqualTo("400.00 -400.00");
        assertThat(moved("Accounts receivable", "2026-01", "2026-02")).isEqualTo("0.00 1000.00");
        assertThat(moved("Usage revenue", "2026-01", "2026-02")).isEqualTo("400.00 0.00");
        assertThat(moved("Services revenue", "2026-01", "2026-02")).isEqualTo("0.00 600.00");
    }

    private static Envelope conditional(Envelope of) {
        ObjectNode data = of.dataAs(ObjectNode.class).put("conditional", true);
        return Retold.with(of, data.toString());
    }

    private void billed(String amount) {
        ledger.take(signed(amount));
        ledger.take(billing.invoice(JAN_1)
                .overTime(amount, "2026-01-01", "2027-01-01")
                .issued());
    }

    private Envelope signed(String amount) {
        return new OrderFacts(billing, "USD")
                .promise("PLATFORM", "OVER_TIME_DAILY", amount, amount)
                .signed();
    }

    private void act(String kind, String day, long done, long all) {
        RevenueContractJson.Act act = new RevenueContractJson.Act(
                ObligationAct.Kind.valueOf(kind), LocalDate.parse(day), done, all, null, "as agreed");
        ActOnObligation use = ledger.get(ActOnObligation.class);
        ledger.postgres()
                .transactions()
                .fresh(() -> use.handle(billing.contractId(), "obligation-PLATFORM", act, "controller"));
    }

    private String moved(String account, String... months) {
        return List.of(months).stream()
                .map(month -> ledger.balances(month)
                        .getOrDefault(account, Money.zero("USD"))
                        .amount())
                .collect(Collectors.joining(" "));
    }
}
