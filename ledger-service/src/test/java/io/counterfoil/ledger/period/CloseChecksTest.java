package io.counterfoil.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is in the way of a close: documents with their owners. */
class CloseChecksTest {

    private static final LocalDate FEB_1 = LocalDate.of(2026, 2, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @Test
    void nothing_is_in_the_way_when_everything_is_done() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 1))
                .overTime("31.00", "2026-01-01", "2026-02-01")
                .atOnce("5.00")
                .issued());
        ledger.moveTo("2026-02-01T00:00:00Z");

        Checklist checklist = checks();

        assertThat(checklist.passed()).isTrue();
        assertThat(checklist.tieOuts())
                .extracting(tie -> tie.name() + " " + tie.ledger().amount() + " "
                        + tie.subLedger().amount())
                .containsExactly("DEFERRED_REVENUE 0.00 0.00", "RECEIVABLES 36.00 36.00");
    }

    @Test
    void a_month_that_is_not_recognised_names_the_invoice_and_who_mends_it() {
        BillingFacts.Invoice invoice =
                billing.invoice(LocalDate.of(2026, 1, 1)).overTime("31.00", "2026-01-01", "2026-02-01");
        ledger.take(invoice.issued());

        assertThat(blockers()).containsExactly("RECOGNITION_DONE INVOICE " + invoice.number() + " revenue-operations");
    }

    @Test
    void an_event_that_is_parked_names_its_owner() {
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 10))
                .with("ODD", "BY_MILESTONE", "5.00")
                .issued());

        assertThat(blockers()).singleElement().asString().startsWith("NOTHING_PARKED PARKED_EVENT");
        assertThat(ledger.get(CloseChecks.class)
                        .of("US01", LocalDate.of(2026, 1, 1))
                        .passed())
                .as("it is none of December's")
                .isTrue();
    }

    @Test
    void an_open_item_without_entry_and_a_control_account_that_is_off_are_found() {
        BillingFacts.Invoice invoice = billing.invoice(LocalDate.of(2026, 1, 1)).atOnce("7.00");
        ledger.take(invoice.issued());
        ledger.database()
                .update(
                        """
                        insert into open_item (invoice_id, invoice_number, legal_entity_id, customer_id, currency, issue_date, due_date,
                            amount_minor, source_event_id, source_position, correlation_id)
                        select gen_random_uuid(), 'X-2', 'US01', gen_random_uuid(), 'USD', date '2026-01-02', date '2026-01-02', 100,
                            gen_random_uuid(), 99, 'c'
                        """);

        assertThat(blockers())
                .containsExactly(
                        "EVERY_INVOICE_POSTED INVOICE X-2 revenue-operations",
                        "CONTROL_ACCOUNTS_TIE CONTROL_ACCOUNT RECEIVABLES 7.00 USD, sub-ledger 8.00 USD integration");
    }

    @Test
    void of_a_sub_ledger_only_what_concerns_it_is_in_the_way() {
        ledger.take(billing.invoice(LocalDate.of(2026, 1, 1))
                .overTime("31.00", "2026-01-01", "2026-02-01")
                .issued());

        CloseChecks checks = ledger.get(CloseChecks.class);
        assertThat(checks.of("US01", FEB_1, SubLedger.RECEIVABLES).passed()).isTrue();
        assertThat(checks.of("US01", FEB_1, SubLedger.RECEIVABLES).tieOuts())
                .extracting(Checklist.TieOut::name)
                .containsExactly("RECEIVABLES");
        assertThat(checks.of("US01", FEB_1, SubLedger.REVENUE).passed()).isFalse();
    }

    @Test
    void a_line_that_waits_for_its_invoice_and_is_not_accrued_is_in_the_way() {
        ledger.take(waiting("2026-01-21", "2026-02-11"));

        assertThat(blockers()).containsExactly("ACCRUALS_DONE PENDING_LINE PLATFORM revenue-operations");
        CloseChecks checks = ledger.get(CloseChecks.class);
        assertThat(checks.of("US01", FEB_1, SubLedger.RECEIVABLES).passed()).isFalse();
        assertThat(checks.of("US01", FEB_1, SubLedger.CASH).passed()).isTrue();
        assertThat(checks.of("US01", FEB_1.minusMonths(1), SubLedger.GENERAL).passed())
                .as("nothing of it is earned in December")
                .isTrue();
        ledger.moveTo("2026-02-01T00:00:00Z");
        assertThat(checks().passed()).isTrue();
    }

    private Envelope waiting(String start, String end) {
        LocalDate day = LocalDate.parse(start);
        UUID subscription = EventIds.next();
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("subscriptionId", subscription.toString())
                .put("subscriptionNumber", "S-1")
                .put("contractId", billing.contractId().toString())
                .put("kind", "UPGRADE")
                .put("modificationTreatment", "PROSPECTIVE")
                .put("effectiveDate", start);
        ObjectNode line = data.putArray("pendingLines")
                .addObject()
                .put("itemId", EventIds.next().toString())
                .put("productId", "PLATFORM")
                .put("revenueTreatment", "OVER_TIME_DAILY");
        line.putObject("servicePeriod").put("start", start).put("end", end);
        line.set("netAmount", billing.wire("40.00"));
        return billing.told("subscription.amended", subscription, day, data);
    }

    private Checklist checks() {
        return ledger.get(CloseChecks.class).of("US01", FEB_1);
    }

    private List<String> blockers() {
        return checks().checks().stream()
                .flatMap(check -> check.blockers().stream()
                        .map(blocker ->
                                check.name() + " " + blocker.kind() + " " + blocker.number() + " " + blocker.owner()))
                .toList();
    }
}
