package io.counterfoil.billing.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.dunning.DunningJson.ActView;
import io.counterfoil.billing.dunning.DunningJson.Publication;
import io.counterfoil.billing.dunning.DunningJson.Stage;
import io.counterfoil.billing.dunning.DunningStep.Act;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.Invalid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invoice that is not paid, on a real database: due 2026-01-31, in the time of Los Angeles. */
class DunningTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final DunningCases cases = house.beans.get(DunningCases.class);
    private final UUID invoice;

    DunningTest() {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        Envelope accepted =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
        house.inTransaction(() -> orders.handle(accepted));
        house.database.update("truncate outbox");
        invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
    }

    /** KB-28, killbill TestOverdueIntegration#testOverdueStages1: stages at +30, +40, +50 days, retries at +8, +16, +24. */
    @Test
    void each_stage_and_retry_comes_on_its_day_and_once() {
        publish("standard", null, null, kb28());
        List<String> told = new ArrayList<>();
        for (LocalDate day = LocalDate.parse("2026-01-31");
                day.isBefore(LocalDate.parse("2026-04-01"));
                day = day.plusDays(1)) {
            dunnedOn(day.toString());
            dunnedOn(day.toString());
        }
        house.beans.get(DunningActs.class).of(invoice).stream()
                .map(act -> act.doneOn() + " " + act.stage())
                .forEach(told::add);
        assertThat(told)
                .containsExactly(
                        "2026-02-08 retry-1",
                        "2026-02-16 retry-2",
                        "2026-02-24 retry-3",
                        "2026-03-02 1",
                        "2026-03-12 2",
                        "2026-03-22 3");
        assertThat(house.told()).hasSize(6).containsOnly("invoice.overdue");
        assertThat(house.<String>one("select data v from outbox order by seq desc"))
                .contains("\"daysOverdue\":50", "\"stage\":\"3\"", "\"dunning\":\"standard/1\"");
    }

    @Test
    void what_was_missed_is_made_up_for_in_one_go() {
        publish("standard", null, null, kb28());
        dunnedOn("2026-03-15");
        assertThat(acts()).extracting(ActView::stage).containsExactly("retry-1", "retry-2", "retry-3", "1", "2");
    }

    @Test
    void an_invoice_that_is_paid_is_dunned_no_further() {
        publish("standard", null, null, kb28());
        dunnedOn("2026-02-08");
        pay();
        dunnedOn("2026-04-01");
        assertThat(acts()).hasSize(1);
        assertThat(cases.byInvoice(invoice).orElseThrow().state()).isEqualTo(DunningCase.State.CLOSED);
    }

    @Test
    void the_narrowest_policy_that_was_valid_is_met() {
        house.database.update(
                "insert into billing_profile values (?::uuid, ?::uuid, 'SMALL', 1)",
                BillingHouse.CUSTOMER,
                BillingHouse.CUSTOMER);
        publish("all", null, null, List.of(new Stage("1", 1, Act.REMIND)));
        publish("segment", null, "SMALL", List.of(new Stage("1", 2, Act.REMIND)));
        publish("entity", "US01", null, List.of(new Stage("1", 3, Act.REMIND)));
        publish("other", "JP01", "SMALL", List.of(new Stage("1", 4, Act.REMIND)));
        publish("large", "US01", "LARGE", List.of(new Stage("1", 5, Act.REMIND)));
        dunnedOn("2026-02-01");
        assertThat(cases.byInvoice(invoice).orElseThrow().policyId()).isEqualTo("entity");
        publish("both", "US01", "SMALL", List.of(new Stage("1", 6, Act.REMIND)));
        house.database.update("delete from dunning_case");
        dunnedOn("2026-02-01");
        assertThat(cases.byInvoice(invoice).orElseThrow().policyId()).isEqualTo("both");
    }

    @Test
    void without_a_policy_nothing_happens() {
        dunnedOn("2026-06-01");
        assertThat(cases.byInvoice(invoice)).isEmpty();
        assertThat(run().nextDue()).isEmpty();
    }

    @Test
    void the_clock_is_told_when_something_falls_due() {
        publish("standard", null, null, kb28());
        assertThat(run().nextDue()).hasToString("Optional[2026-02-01T08:00:00Z]");
        dunnedOn("2026-02-01");
        assertThat(run().nextDue()).hasToString("Optional[2026-02-08T08:00:00Z]");
        dunnedOn("2026-03-22");
        assertThat(run().nextDue()).isEmpty();
    }

    /** What is billed for longer than a month begins anew: the rest is taken back, and charged from the payment on. */
    @Test
    void what_is_not_paid_is_suspended_and_taken_up_again_when_it_is() {
        publish("standard", null, null, List.of(new Stage("block", 10, Act.SUSPEND)));
        dunnedOn("2026-02-10");
        assertThat(subscription()).isEqualTo("SUSPENDED");
        assertThat(house.inTransaction(
                        () -> house.beans.get(ReinstateSubscriptions.class).handle(10)))
                .isFalse();
        house.clockAt("2026-02-20T20:00:00Z");
        pay();
        assertThat(run().nextDue()).as("at once").hasToString("Optional[2026-02-20T20:00:00Z]");
        assertThat(house.inTransaction(
                        () -> house.beans.get(ReinstateSubscriptions.class).handle(10)))
                .isTrue();
        assertThat(subscription()).isEqualTo("ACTIVE");
        assertThat(house.<String>one(
                        "select net_minor || ' ' || period_start v from invoice_line where type = 'REPAIR'"))
                .as("325 of 365 days, from the suspension on")
                .isEqualTo("-8904 2026-02-10");
        assertThat(house.told()).contains("subscription.suspended", "subscription.resumed");
        assertThat(
                        house.<String>one(
                                """
                        select string_agg(distinct correlation_id, ' ') v from outbox
                         where type like '%subscription.suspended%' or type like '%subscription.resumed%'
                        """))
                .as("part of the business transaction of the subscription")
                .isEqualTo(house.one("select correlation_id v from agreement"));
        assertThat(cases.byInvoice(invoice).orElseThrow().state()).isEqualTo(DunningCase.State.CLOSED);
    }

    /** A dispute holds its amount: the rest is dunned, and once that is paid everything waits and goes on. */
    @Test
    void a_dispute_holds_its_amount_and_no_more() {
        publish(
                "standard",
                null,
                null,
                List.of(new Stage("block", 10, Act.SUSPEND), new Stage("last", 20, Act.REMIND)));
        dispute("OPENED", 825);
        dunnedOn("2026-02-10");
        assertThat(subscription()).isEqualTo("SUSPENDED");
        assertThat(house.<String>one("select data v from outbox where type like '%overdue%'"))
                .contains("\"openAmount\":{\"amount\":\"108.25\"", "\"disputedAmount\":{\"amount\":\"8.25\"");
        pay(10000);
        assertThat(house.inTransaction(
                        () -> house.beans.get(ReinstateSubscriptions.class).handle(10)))
                .as("what is asked for is paid")
                .isTrue();
        assertThat(subscription()).isEqualTo("ACTIVE");
        dunnedOn("2026-02-20");
        assertThat(acts()).hasSize(1);
        assertThat(cases.byInvoice(invoice).orElseThrow().state()).isEqualTo(DunningCase.State.PAUSED);
        dispute("REJECTED", 825);
        house.inTransaction(() -> house.beans.get(Dunning.class).resume(invoice, LocalDate.parse("2026-02-25")));
        dunnedOn("2026-02-25");
        assertThat(acts()).extracting(ActView::stage).containsExactly("block", "last");
    }

    private void dispute(String state, long minor) {
        house.database.update("delete from invoice_dispute");
        house.database.update(
                """
                insert into invoice_dispute (dispute_id, invoice_id, customer_id, currency, amount_minor, reason_code, state,
                    opened_by, opened_on, decided_by, version)
                select gen_random_uuid(), invoice_id, customer_id, 'USD', ?, 'TAX', ?, 'x', '2026-02-01',
                       case when ? = 'OPENED' then null else 'y' end, 1 from invoice where invoice_id = ?
                """,
                minor,
                state,
                state,
                invoice);
    }

    private String subscription() {
        return house.one("select state v from subscription");
    }

    private void pay() {
        pay(10825);
    }

    private void pay(long minor) {
        house.inTransaction(() -> {
            house.database.update(
                    "insert into invoice_settlement values (gen_random_uuid(), ?, 'CASH', ?, gen_random_uuid(), '2026-02-10', now())",
                    invoice,
                    minor);
            house.database.update(
                    """
                    update invoice set open_minor = open_minor - ?, version = version + 1,
                        state = case when open_minor = ? then 'PAID' else 'PARTIALLY_PAID' end where invoice_id = ?
                    """,
                    minor,
                    minor,
                    invoice);
        });
    }

    @Test
    void the_last_stage_proposes_to_give_the_invoice_up_and_a_person_decides() {
        publish("standard", null, null, List.of(new Stage("last", 60, Act.PROPOSE_WRITE_OFF)));
        dunnedOn("2026-04-01");
        assertThat(house.<String>one("select state || ' ' || proposed_by || ' ' || amount_minor v from write_off"))
                .isEqualTo("PROPOSED dunning 10825");
        assertThat(house.<String>one("select state v from invoice")).isEqualTo("ISSUED");
    }

    @Test
    void below_the_limit_the_policy_decides() {
        house.database.update(
                "insert into policy_value values ('writeOff.approvalLimit', 'LEGAL_ENTITY', 'US01', 1, '200', '2020-01-01', null, 'x', now())");
        publish("standard", null, null, List.of(new Stage("last", 60, Act.PROPOSE_WRITE_OFF)));
        dunnedOn("2026-04-01");
        assertThat(house.<String>one("select state || ' ' || open_minor v from invoice"))
                .isEqualTo("WRITTEN_OFF 0");
        assertThat(house.told()).containsExactly("invoice.overdue", "invoice.written-off");
        assertThat(house.<String>one("select data v from outbox where type like '%written-off%'"))
                .contains(
                        "\"netAmount\":{\"amount\":\"100.00\"",
                        "\"taxAmount\":{\"amount\":\"8.25\"",
                        "\"writeOff.approvalLimit\":\"200@LEGAL_ENTITY/US01/1\"");
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> publish("none", null, null, List.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish("zero", null, null, List.of(new Stage("1", 0, Act.REMIND))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish(
                        "twice", null, null, List.of(new Stage("1", 5, Act.REMIND), new Stage("1", 6, Act.REMIND))))
                .isInstanceOf(Invalid.class);
    }

    private static List<Stage> kb28() {
        return List.of(new Stage("1", 30, Act.REMIND), new Stage("2", 40, Act.REMIND), new Stage("3", 50, Act.REMIND));
    }

    private List<ActView> acts() {
        return house.beans.get(DunningActs.class).of(invoice);
    }

    private DunningRun run() {
        return house.beans.get(DunningRun.class);
    }

    private void dunnedOn(String day) {
        house.clockAt(day + "T20:00:00Z");
        for (LegalEntity entity : house.beans.get(LegalEntities.class).all()) {
            while (house.inTransaction(
                    () -> house.beans.get(OpenDunningCases.class).handle(entity, 10))) {
                assertThat(entity).isNotNull();
            }
            while (house.inTransaction(
                    () -> house.beans.get(AdvanceDunning.class).handle(entity, 10))) {
                assertThat(entity).isNotNull();
            }
        }
    }

    private void publish(String id, String entity, String segment, List<Stage> stages) {
        List<Integer> retries = id.equals("standard") && stages.size() == 3 ? List.of(8, 16, 24) : null;
        Publication wanted = new Publication(entity, segment, LocalDate.parse("2020-01-01"), null, stages, retries);
        house.inTransaction(() -> house.beans.get(PublishDunningPolicy.class).handle(id, wanted, null));
    }
}
