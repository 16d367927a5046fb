package io.counterfoil.ledger.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change makes due and the next invoice bills: earned in its own month, cleared by the invoice. */
class PendingLinesTest {

    private static final LocalDate APR_1 = LocalDate.of(2026, 4, 1);
    private static final LocalDate APR_21 = LocalDate.of(2026, 4, 21);
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final UUID subscription = EventIds.next();
    private final UUID repaired = EventIds.next();
    private final UUID upgraded = EventIds.next();
    private BillingFacts.Invoice april;

    @BeforeEach
    void april() {
        ledger.clock().moveTo("2026-04-01T08:00:00Z");
        april = billing.invoice(APR_1).overTime("90.00", "2026-04-01", "2026-05-01");
        ledger.take(april.issued());
    }

    /** ST-04, docs.stripe.com/revenue-recognition/examples (read 2026), with the lines that billing tells of. */
    @Test
    void an_upgrade_is_earned_in_its_month_and_billed_in_the_next() {
        ledger.take(changed("amended", APR_21, true));
        ledger.moveTo("2026-05-01T00:00:00Z");
        ledger.take(nextInvoice());
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThatTheFiguresArePublished();
    }

    /** Whether billing's run or the ledger's month end is first on the first of May is nobody's promise. */
    @Test
    void the_same_when_the_invoice_comes_before_the_month_end_was_recognised() {
        ledger.take(changed("amended", APR_21, true));
        ledger.take(nextInvoice());
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThatTheFiguresArePublished();
    }

    @Test
    void what_a_later_change_leaves_out_is_taken_back() {
        ledger.take(changed("amended", APR_21, true));
        ledger.moveTo("2026-05-01T00:00:00Z");
        ledger.take(changed("cancelled", MAY_1, false));
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(moved("Unbilled receivable")).isEqualTo("10.00 -10.00");
        assertThat(moved("Subscription revenue")).isEqualTo("100.00 -10.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** A change that is taken back, a void after which nothing is due: what was told before is told no more. */
    @Test
    void what_is_reckoned_anew_and_left_out_is_taken_back_too() {
        ledger.take(changed("amended", APR_21, true));
        ledger.moveTo("2026-05-01T00:00:00Z");
        ledger.take(changed("reckoned", MAY_1, false));
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(moved("Unbilled receivable")).isEqualTo("10.00 -10.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** A third of April is taken back: accrued in April, credited in May; the memo says what of it was earned. */
    @Test
    void a_repair_that_a_memo_takes_back_is_not_accrued_beside_it() {
        ObjectNode data = change(APR_21);
        line(data, repaired, "-30.00", "2026-04-21", "2026-05-01");
        ledger.take(billing.told("subscription.amended", subscription, APR_21, data));
        ledger.moveTo("2026-05-01T00:00:00Z");
        assertThat(moved("Unbilled receivable")).isEqualTo("-30.00 0.00");

        ledger.take(new ReversalFacts(billing).memo(EventIds.next(), april, MAY_1, "30.00", "0.00", line -> {
            line.putObject("servicePeriod").put("start", "2026-04-21").put("end", "2026-05-01");
            line.putArray("accrualIds").add(repaired.toString());
        }));
        ledger.take(changed("amended", MAY_1, false));
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(moved("Unbilled receivable")).isEqualTo("-30.00 30.00");
        assertThat(moved("Accounts receivable")).isEqualTo("90.00 -30.00");
        assertThat(moved("Credit notes")).isEqualTo("0.00 30.00");
        assertThat(moved("Subscription revenue")).isEqualTo("60.00 30.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void a_line_that_is_told_with_another_amount_and_period_is_accrued_as_it_is_told_last() {
        ledger.take(changed("amended", APR_21, true));
        ledger.moveTo("2026-05-01T00:00:00Z");
        ObjectNode data = change(MAY_1);
        line(data, repaired, "-30.00", "2026-04-21", "2026-05-01");
        line(data, upgraded, "70.00", "2026-04-21", "2026-05-11");
        ledger.take(billing.told("subscription.amended", subscription, MAY_1, data));
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(moved("Unbilled receivable")).isEqualTo("10.00 30.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void a_line_that_is_told_again_as_it_was_stays_in_its_month() {
        ledger.take(changed("amended", APR_21, true));
        ledger.take(changed("amended", MAY_1, true));
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(moved("Unbilled receivable")).isEqualTo("10.00 0.00");
    }

    @Test
    void what_is_billed_before_it_is_told_is_earned_by_its_invoice_alone() {
        ledger.take(nextInvoice());
        ledger.take(changed("amended", APR_21, true));
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null)).doesNotContainKey("Unbilled receivable");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** Half of it is earned when it is billed: that part is cleared, the rest is deferred and earned on. */
    @Test
    void a_line_that_goes_on_is_deferred_for_what_is_left() {
        ObjectNode data = change(APR_21);
        line(data, upgraded, "61.00", "2026-04-01", "2026-06-01");
        ledger.take(billing.told("subscription.amended", subscription, APR_1, data));
        ledger.take(billed(billing.invoice(MAY_1), upgraded, "61.00", "2026-04-01", "2026-06-01")
                .issued());
        ledger.moveTo("2026-06-01T00:00:00Z");

        assertThat(moved("Unbilled receivable")).isEqualTo("30.00 -30.00");
        assertThat(moved("Subscription revenue")).isEqualTo("120.00 31.00");
        assertThat(ledger.balances(null).get("Deferred revenue").isZero()).isTrue();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private void assertThatTheFiguresArePublished() {
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(moved("Accounts receivable")).isEqualTo("90.00 130.00");
        assertThat(moved("Unbilled receivable")).isEqualTo("10.00 -10.00");
        assertThat(moved("Subscription revenue")).isEqualTo("100.00 120.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private Envelope changed(String how, LocalDate day, boolean waiting) {
        ObjectNode data = change(day);
        if (waiting) {
            line(data, repaired, "-30.00", "2026-04-21", "2026-05-01");
            line(data, upgraded, "40.00", "2026-04-21", "2026-05-01");
        }
        return billing.told("subscription." + how, subscription, day, data);
    }

    private ObjectNode change(LocalDate day) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("subscriptionId", subscription.toString())
                .put("subscriptionNumber", "S-1")
                .put("contractId", billing.contractId().toString())
                .put("kind", "UPGRADE")
                .put("effectiveDate", day.toString())
                .put("modificationTreatment", "PROSPECTIVE");
        data.putArray("pendingLines");
        return data;
    }

    private void line(ObjectNode data, UUID id, String net, String start, String end) {
        ObjectNode line = data.withArray("pendingLines").addObject().put("itemId", id.toString());
        line.put("productId", "PLATFORM").put("revenueTreatment", "OVER_TIME_DAILY");
        line.putObject("servicePeriod").put("start", start).put("end", end);
        line.set("netAmount", billing.wire(net));
    }

    private Envelope nextInvoice() {
        BillingFacts.Invoice invoice = billing.invoice(MAY_1);
        billed(invoice, repaired, "-30.00", "2026-04-21", "2026-05-01");
        billed(invoice, upgraded, "40.00", "2026-04-21", "2026-05-01");
        return invoice.overTime("120.00", "2026-05-01", "2026-06-01").issued();
    }

    private static BillingFacts.Invoice billed(
            BillingFacts.Invoice invoice, UUID item, String net, String start, String end) {
        invoice.overTime(net, start, end);
        ObjectNode line = (ObjectNode) invoice.lines().get(invoice.lines().size() - 1);
        line.putArray("accrualIds").add(item.toString());
        return invoice;
    }

    private String moved(String account) {
        return String.join(
                " ",
                List.of("2026-04", "2026-05").stream()
                        .map(month -> ledger.balances(month)
                                .getOrDefault(account, Money.zero("USD"))
                                .amount())
                        .toList());
    }
}
