package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two people gave up is nothing to take back: what would do so is passed over, and nobody waits for it. */
class PassOverTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final ReversalFacts reversals = new ReversalFacts(billing);

    /** No rule posts it: nobody knows how it is earned. */
    private final BillingFacts.Invoice refused = billing.invoice(JAN_1).with("PLATFORM", "SOMEHOW", "90.00");

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        ledger.take(refused.issued());
        assertThat(ledger.openExceptions()).hasSize(1);
    }

    @Test
    void what_takes_back_only_what_was_given_up_is_passed_over_with_its_reason() {
        giveUp(refused.id());
        UUID memo = EventIds.next();
        BillingFacts.Invoice back = takingBack("-90.00");

        ledger.take(
                back.issued(),
                reversals.memo(memo, refused, JAN_1, "20.00", "0.00"),
                reversals.memoVoided(memo, refused, JAN_1, "20.00", "0.00"),
                reversals.voided(refused, JAN_1, "90.00", false));

        nothingIsLeft();
        assertThat(endings()).hasSize(4).allMatch(note -> note.startsWith("passed over: What it takes back"));
    }

    @Test
    void what_came_before_it_was_given_up_is_tried_again_and_passed_over() {
        ledger.take(takingBack("-90.00").issued(), reversals.memo(EventIds.next(), refused, JAN_1, "20.00", "0.00"));
        assertThat(ledger.openExceptions()).hasSize(3).contains("comes-before-its-cause", "unknown-invoice-line");

        giveUp(refused.id());
        ledger.tryAgain();

        nothingIsLeft();
    }

    @Test
    void what_takes_back_others_too_is_for_people() {
        BillingFacts.Invoice posted = billing.invoice(JAN_1).overTime("50.00", "2026-01-01", "2026-02-01");
        ledger.take(posted.issued());
        giveUp(refused.id());
        BillingFacts.Invoice both = takingBack("-90.00").overTime("-50.00", "2026-01-01", "2026-02-01");

        ledger.take(both.issued());

        assertThat(ledger.openExceptions()).containsExactly("takes-back-in-part");
        assertThat(ledger.balances(null).get("Accounts receivable")).isEqualTo(Money.of("50.00", "USD"));
    }

    /** What the customer has paid of it is real, and so is what becomes of that. */
    @Test
    void money_and_credit_of_it_are_posted_all_the_same_and_come_to_nothing() {
        giveUp(refused.id());
        ledger.take(billing.payment(JAN_1, "90.00").of(refused, "90.00").settled());
        BillingFacts.Invoice back = takingBack("-90.00");
        ledger.take(back.issued(), granted(back, "90.00"));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Accounts receivable").isZero()).isTrue();
        assertThat(ledger.balances(null).get("Customer credit")).isEqualTo(Money.of("90.00", "USD"));
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void other_customers_and_other_invoices_are_posted_as_ever() {
        giveUp(refused.id());
        BillingFacts.Invoice posted = billing.invoice(JAN_1).overTime("50.00", "2026-01-01", "2026-02-01");
        ledger.take(posted.issued(), reversals.memo(EventIds.next(), posted, JAN_1, "20.00", "0.00"));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null).get("Accounts receivable")).isEqualTo(Money.of("30.00", "USD"));
    }

    private BillingFacts.Invoice takingBack(String amount) {
        return billing.invoice(JAN_1)
                .overTime(amount, "2026-01-01", "2026-04-01")
                .correcting(refused);
    }

    /** As two people do at the workbench. */
    private void giveUp(UUID document) {
        Trouble trouble = ledger.get(Troubles.class)
                .open(LedgerUnderTest.CONSUMER, document.toString())
                .get(0);
        ledger.postgres().transactions().fresh(() -> {
            ledger.database()
                    .update("update exception set state = 'WAIVED', closed_at = now() where id = ?", trouble.id());
            ((Replay) ledger.bean("io.counterfoil.common.event.ReplayEvent")).waived(trouble);
        });
    }

    private void nothingIsLeft() {
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances(null)).isEmpty();
        assertThat(ledger.database().query("select 1 from open_item").list(row -> 1))
                .isEmpty();
        assertThat(ledger.database().query("select 1 from waiting_event").list(row -> 1))
                .isEmpty();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private List<String> endings() {
        return ledger.database()
                .query("select note from exception_history where act = 'RESOLVED' order by seq")
                .list(row -> row.text("note"));
    }

    private Envelope granted(BillingFacts.Invoice invoice, String amount) {
        UUID credit = EventIds.next();
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("creditId", credit.toString())
                .put("kind", "CUSTOMER_CREDIT")
                .put("origin", "NEGATIVE_INVOICE")
                .put("invoiceId", invoice.id().toString())
                .put("effectiveDate", "2026-01-01");
        data.set("amount", billing.wire(amount));
        return billing.told("credit.granted", credit, JAN_1, data);
    }
}
