package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.voiding.VoidingRequest;
import io.counterfoil.common.event.EventHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for the next invoice is earned meanwhile: the ledger is told of all of it, and the invoice names it. */
class WaitingLinesTest {
    private final LifeHouse life =
            new LifeHouse("2026-06-01").policy("proration.billing", "LEGAL_ENTITY", "US01", "NEXT_INVOICE");

    @BeforeEach
    void planWithFee() {
        life.publish(
                "support",
                """
                {"name": "Support", "validFrom": "2000-01-01", "charges": [
                 {"chargeId": "monthly", "name": "Monthly", "kind": "RECURRING", "pricing": "FLAT",
                  "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "60.00"}]},
                 {"chargeId": "setup", "name": "Setup", "kind": "ONE_TIME", "pricing": "FLAT",
                  "prices": [{"currency": "USD", "unitPrice": "9.00"}]}]}
                """);
    }

    @Test
    void what_waited_and_is_billed_with_a_later_change_names_itself() {
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        List<String> waited = waiting();
        life.house.database.update("update policy_value set value = 'IMMEDIATE'");
        life.at("2026-06-20");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "4"));
        assertThat(waited).hasSize(2);
        assertThat(named()).containsExactlyElementsOf(waited);
        assertThat(life.lines()).hasSize(4);
    }

    @Test
    void what_waited_of_another_subscription_of_the_agreement_names_itself_on_the_invoice_of_a_change() {
        EventHandler orders = life.house.bean("billingrun.BillAcceptedOrders");
        Line monthly = new Line("platform-monthly", "1", "30.00", "2026-06-01", "2027-06-01");
        life.house.inTransaction(() -> orders.handleRun(List.of(BillingHouse.accepted("O-1", monthly, monthly))));
        List<UUID> both = life.house
                .database
                .query("select subscription_id from subscription order by subscription_number")
                .list(row -> row.uuid("subscription_id"));
        life.at("2026-06-16");
        life.change(both.get(0), ChangeKind.QUANTITY, Map.of("quantity", "3"));
        List<String> waited = waiting();
        life.house.database.update("update policy_value set value = 'IMMEDIATE'");
        life.change(both.get(1), ChangeKind.QUANTITY, Map.of("quantity", "2"));
        assertThat(waited).hasSize(2);
        assertThat(named()).containsExactlyElementsOf(waited);
    }

    @Test
    void a_fee_that_waits_is_told_with_the_changes_that_follow() {
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-10");
        life.change(month, ChangeKind.ADD_ON, Map.of("planId", "support"));
        String fee = life.house.one("select item_id::text v from pending_item where item ->> 'type' = 'ONE_TIME'");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        assertThat(lastTold()).contains(fee);
        assertThat(waiting()).allSatisfy(item -> assertThat(lastTold()).contains(item));
    }

    @Test
    void a_scheduled_change_that_comes_into_effect_tells_what_waits_still() {
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-10");
        life.change(month, ChangeKind.ADD_ON, Map.of("planId", "support"));
        life.change(month, ChangeKind.ANCHOR, Map.of("anchorDay", 25, "effectiveDate", "2026-06-20"));
        List<String> waits = waiting();
        assertThat(waits).isNotEmpty();
        life.house.clockAt("2026-06-20T18:00:00Z");
        life.call("amendment.ApplyDueChange");
        assertThat(life.told()).as("before anything is billed of that day").hasSize(4);
        assertThat(waits).allSatisfy(item -> assertThat(lastTold()).contains(item));
    }

    @Test
    void after_a_void_all_that_waits_is_told_anew_and_what_had_waited_is_not() {
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        List<String> waited = waiting();
        voidTheInvoice();
        List<String> waits = life.house
                .database
                .query("select item_id::text id from pending_item order by 1")
                .list(row -> row.text("id"));
        assertThat(waited).hasSize(2);
        assertThat(waited)
                .filteredOn(item -> !waits.contains(item))
                .isNotEmpty()
                .allSatisfy(gone -> assertThat(lastReckoned()).doesNotContain(gone));
        assertThat(lastReckoned()).contains("\"cause\":\"INVOICE_VOIDED\"").contains(waits);
        life.work();
        assertThat(named()).containsExactlyElementsOf(waits);
        assertThat(life.lines().stream().filter(line -> line.startsWith("2026-06-16")))
                .containsExactlyInAnyOrder(
                        "2026-06-16 RECURRING 2026-06-01/2026-06-16 15.00",
                        "2026-06-16 RECURRING 2026-06-16/2026-07-01 45.00");
    }

    @Test
    void after_a_void_a_fee_that_waits_again_is_told_too() {
        UUID month = life.subscribe("support", null);
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        voidTheInvoice();
        assertThat(life.house.<String>one(
                        "select item_id::text v from pending_item where item ->> 'type' = 'ONE_TIME'"))
                .satisfies(fee -> assertThat(lastReckoned()).contains("INVOICE_VOIDED", fee));
    }

    @Test
    void a_void_after_which_nothing_is_due_anew_tells_that_nothing_waits() {
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-16");
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "0.00", "effectiveDate", "2026-06-01"));
        List<String> waited = waiting();
        assertThat(waited).isNotEmpty();
        voidTheInvoice();
        assertThat(waited).noneSatisfy(item -> assertThat(lastReckoned()).contains(item));
    }

    @Test
    void a_change_that_is_taken_back_is_told_with_all_that_waits_then() {
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        UUID change = life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "5", "effective", "END_OF_PERIOD"))
                .changeId();
        life.takeBack(month, change);
        assertThat(lastReckoned())
                .contains(
                        "\"cause\":\"CHANGE_TAKEN_BACK\"",
                        "\"changeKind\":\"QUANTITY\"",
                        "\"changeDate\":\"2026-07-01\"")
                .contains(waiting());
        assertThat(
                        life.house.<String>one(
                                """
                        select string_agg(distinct correlation_id, ' ') v from outbox
                         where type not like '%subscription.activated%'
                        """))
                .as("one business transaction, whoever asks")
                .isEqualTo(life.house.one("select correlation_id v from agreement"));
    }

    /** 11.90 with 19 % inside are 10.00 and 1.90; half of the month of two more units is 10.00 net. */
    @Test
    void what_waits_is_told_without_the_tax_that_its_price_includes() {
        life.house.database.update("update tax_rate set rate = 0.19, inclusive = true");
        UUID month = life.subscribe("platform-monthly", "11.90");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        assertThat(lastTold()).contains("\"netAmount\":{\"amount\":\"15.00\"", "\"netAmount\":{\"amount\":\"-5.00\"");
    }

    private void voidTheInvoice() {
        UUID invoice = UUID.fromString(life.house.one("select invoice_id::text v from invoice"));
        life.call("voiding.VoidInvoice", invoice, new VoidingRequest("WRONG", null));
    }

    private String lastReckoned() {
        return life.house.one(
                "select data v from outbox where type like '%subscription.reckoned%' order by seq desc limit 1");
    }

    /** What waits for the next invoice. */
    private List<String> waiting() {
        return life.house
                .database
                .query("select item_id::text id from pending_item where bill_on is null order by 1")
                .list(row -> row.text("id"));
    }

    /** What the invoices name as perhaps earned before. */
    private List<String> named() {
        return life.house
                .database
                .query("select distinct unnest(accrual_ids)::text id from invoice_line order by 1")
                .list(row -> row.text("id"));
    }

    private String lastTold() {
        return life.house.one(
                "select data v from outbox where type like '%subscription.amended%' order by seq desc limit 1");
    }
}
