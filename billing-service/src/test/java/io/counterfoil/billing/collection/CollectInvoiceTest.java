package io.counterfoil.billing.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.collection.AttemptJson.Resolution;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.paymentmethod.MethodStored;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.trace.Correlation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invoice over 108.25, due 2026-01-31, of a customer who has stored a card: on a real database. */
class CollectInvoiceTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final UUID customer = UUID.fromString(BillingHouse.CUSTOMER);
    private UUID invoice;

    CollectInvoiceTest() {
        house.beans.setting("stripe.api.key", "sk_test");
        house.database.update(
                "insert into payment_method values (?, 'stripe', 'cus_1', 'pm_1', 'tester', now(), 1)", customer);
        issue("O-1");
        invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
        house.database.update("truncate outbox");
    }

    @Test
    void on_the_due_date_it_is_collected_and_paid() {
        assertThat(run().nextDue()).hasToString("Optional[2026-01-31T08:00:00Z]");
        day("2026-01-30");
        assertThat(states()).isEmpty();
        day("2026-01-31");
        assertThat(house.told()).containsExactly("payment.received");
        assertThat(states()).containsExactly("CREATED PENDING");
        work();
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
        assertThat(house.told())
                .containsExactly("payment.received", "payment.settled", "payment.applied", "invoice.paid");
        assertThat(house.<String>one("select gateway_reference v from payment")).isEqualTo("pi_1");
        assertThat(house.gateway.calls)
                .containsExactly("take amount=10825&currency=usd&customer=cus_1&payment_method=pm_1&confirm=true"
                        + "&off_session=true&description=Invoice US01-2026-000001");
        assertThat(run().nextDue()).isEmpty();
    }

    @Test
    void the_gateway_s_own_message_about_it_changes_nothing_whichever_comes_first() {
        UUID attempt = byHand().attemptId();
        assertThat(house.inTransaction(() -> house.beans.get(SendAttempt.class).handle(attempt)))
                .isTrue();
        told(attempt, "pi_1", null);
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
        work();
        told(attempt, "pi_1", null);
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
        assertThat(house.gateway.taken()).as("nobody asks again").isZero();
        assertThat(house.told())
                .containsExactly("payment.received", "payment.settled", "payment.applied", "invoice.paid");
    }

    @Test
    void without_an_answer_it_is_unknown_and_blocks_the_next_one_until_the_gateway_was_asked() {
        house.gateway.next("hang-up");
        UUID attempt = byHand().attemptId();
        assertThat(work(1)).isInstanceOf(StepOutcome.Again.class);
        assertThat(states()).containsExactly("UNKNOWN UNKNOWN");
        assertThat(house.told()).containsExactly("payment.received", "payment.received");
        assertThatThrownBy(this::byHand).isInstanceOf(OutcomeUnknown.class);
        house.inTransaction(() -> house.beans.get(Attempts.class).retry(invoice));
        assertThat(states()).as("dunning does not either").hasSize(1);
        assertThat(work(2)).isInstanceOf(StepOutcome.Done.class);
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
        assertThat(house.gateway.taken()).isEqualTo(1);
        assertThat(house.gateway.calls).hasSize(2).last().isEqualTo("list cus_1");
        assertThatThrownBy(this::byHand).isInstanceOf(NothingToCollect.class);
        assertThat(house.<String>one("select payment_id::text v from payment")).isEqualTo(attempt.toString());
    }

    @Test
    void what_never_reached_the_gateway_is_asked_for_again_with_the_same_key() {
        house.gateway.next("deaf");
        byHand();
        work(1);
        assertThat(states()).containsExactly("UNKNOWN UNKNOWN");
        work(2);
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
        assertThat(house.gateway.calls).hasSize(3);
    }

    @Test
    void turned_away_it_is_tried_again_and_nothing_is_in_doubt() {
        house.gateway.next("429");
        byHand();
        assertThat(work(1)).isInstanceOf(StepOutcome.Again.class);
        assertThat(states()).containsExactly("PENDING PENDING");
        work(2);
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
    }

    @Test
    void a_soft_decline_is_followed_by_other_attempts_on_the_days_of_the_policy_and_then_by_none() {
        house.gateway.next(
                "decline:insufficient_funds", "decline:insufficient_funds", "decline:do_not_honor", "decline:x");
        for (String due : List.of("2026-01-31", "2026-02-03", "2026-02-08", "2026-02-15")) {
            assertThat(run().nextDue()).hasToString("Optional[" + due + "T08:00:00Z]");
            day(due);
            work();
        }
        assertThat(run().nextDue()).isEmpty();
        assertThat(states()).hasSize(4).containsOnly("FAILED FAILED");
        assertThat(house.told()).filteredOn("payment.failed"::equals).hasSize(4);
        assertThat(house.<String>one(
                        "select string_agg(number || failure_code, ' ' order by number) v from payment_attempt"))
                .isEqualTo("1insufficient_funds 2insufficient_funds 3do_not_honor 4x");
    }

    @Test
    void a_hard_decline_is_followed_by_none_unless_somebody_stores_another_method() {
        house.gateway.next("decline:stolen_card");
        day("2026-01-31");
        work();
        assertThat(house.<String>one("select decline v from payment_attempt")).isEqualTo("HARD");
        assertThat(run().nextDue()).isEmpty();
        house.inTransaction(() -> house.beans.get(PlanCollection.class).stored(new MethodStored(customer)));
        day("2026-02-01");
        work();
        assertThat(states()).containsExactly("FAILED FAILED", "SUCCEEDED SETTLED");
    }

    @Test
    void what_was_settled_meanwhile_is_not_asked_for() {
        byHand();
        house.inTransaction(() -> {
            house.database.update(
                    "insert into invoice_settlement values (gen_random_uuid(), ?, 'CASH', 10825, gen_random_uuid(), '2026-02-10', now())",
                    invoice);
            house.database.update(
                    "update invoice set open_minor = 0, state = 'PAID', version = version + 1 where invoice_id = ?",
                    invoice);
        });
        work();
        assertThat(house.<String>one("select state || ' ' || failure_code v from payment_attempt"))
                .isEqualTo("FAILED superseded");
        assertThat(house.gateway.calls).isEmpty();
    }

    @Test
    void what_is_disputed_is_not_collected() {
        house.database.update(
                """
                insert into invoice_dispute (dispute_id, invoice_id, customer_id, currency, amount_minor, reason_code, state,
                    opened_by, opened_on, version) values (gen_random_uuid(), ?, ?, 'USD', 825, 'TAX', 'OPENED', 'x', '2026-01-02', 1)
                """,
                invoice,
                customer);
        assertThat(byHand().amount()).isEqualTo(Money.of("100.00", "USD"));
    }

    @Test
    void finance_resolves_what_the_gateway_can_not_say() {
        house.gateway.next("hang-up");
        UUID attempt = byHand().attemptId();
        Resolution taken = new Resolution(Resolution.Outcome.SUCCEEDED, "pi_seen", "Seen in the gateway's screens");
        assertThatThrownBy(() -> resolve(attempt, taken)).isInstanceOf(IllegalMove.class);
        work(1);
        assertThat(resolve(attempt, taken).ending().resolvedBy()).isNotBlank();
        assertThat(states()).containsExactly("SUCCEEDED SETTLED");
        assertThat(house.<String>one("select state v from invoice")).isEqualTo("PAID");
    }

    @Test
    void money_that_comes_after_its_attempt_was_given_up_is_a_payment_of_its_own() {
        house.gateway.next("hang-up");
        UUID attempt = byHand().attemptId();
        work(1);
        resolve(attempt, new Resolution(Resolution.Outcome.FAILED, null, "Not to be found"));
        assertThat(states()).containsExactly("FAILED FAILED");
        told(attempt, "pi_1", null);
        assertThat(house.<String>one("select string_agg(state, ' ' order by state) v from payment"))
                .isEqualTo("FAILED SETTLED");
        assertThat(house.<String>one("select state v from invoice")).isEqualTo("PAID");
    }

    @Test
    void what_the_gateway_keeps_and_converts_is_told_with_the_payment() {
        house.gateway.keeps("{\"amount\":11000,\"currency\":\"eur\",\"exchange_rate\":1.0162,\"fee\":550}");
        byHand();
        work();
        assertThat(house.<String>one("select data v from outbox where type like '%settled%'"))
                .contains(
                        "\"presentedAmount\":{\"amount\":\"108.25\",\"currency\":\"USD\"}",
                        "\"settledAmount\":{\"amount\":\"110.00\",\"currency\":\"EUR\"}",
                        "\"rate\":\"1.0162\"",
                        "\"fee\":{\"amount\":\"5.41\",\"currency\":\"USD\"}");
    }

    private Attempt byHand() {
        return house.inTransaction(() -> house.beans.get(CollectByHand.class).handle(invoice));
    }

    private Attempt resolve(UUID attempt, Resolution said) {
        return house.inTransaction(() -> house.beans.get(ResolveAttempt.class).handle(attempt, said));
    }

    private void told(UUID attempt, String reference, Receipt.Failure failure) {
        Receipt receipt = new Receipt(
                        "stripe",
                        reference,
                        "evt_1",
                        Money.of("108.25", "USD"),
                        "US01-2026-000001",
                        customer,
                        "cus_1",
                        failure,
                        house.clock.now())
                .answering(attempt);
        house.inTransaction(() -> house.beans.get(Attempts.class).told(receipt));
    }

    private void work() {
        work(1);
    }

    /** Does the last step. */
    private StepOutcome work(int attempt) {
        Step step = house.database
                .query("select * from step where kind = 'collect-invoice' order by seq desc limit 1")
                .one(row -> new Step(
                        row.uuid("id"),
                        row.text("kind"),
                        row.text("subject"),
                        row.text("payload"),
                        attempt,
                        Correlation.fresh("tester"),
                        null))
                .orElseThrow();
        StepOutcome outcome =
                house.inTransaction(() -> house.beans.get(CollectInvoice.class).run(step));
        if (outcome instanceof StepOutcome.Done done) {
            house.inTransaction(done.inTransaction());
        }
        return outcome;
    }

    private List<String> states() {
        return house.database
                .query(
                        """
                        select a.state || ' ' || p.state as v from payment_attempt a join payment p on p.payment_id = a.attempt_id
                         order by a.number
                        """)
                .list(row -> row.text("v"));
    }

    private CollectionRun run() {
        return house.beans.get(CollectionRun.class);
    }

    private void day(String day) {
        house.clockAt(day + "T20:00:00Z");
        for (LegalEntity entity : house.beans.get(LegalEntities.class).all()) {
            house.inTransaction(() -> house.beans.get(CollectDue.class).handle(entity, 10));
        }
    }

    private void issue(String order) {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        Envelope accepted =
                BillingHouse.accepted(order, new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
        house.inTransaction(() -> orders.handle(accepted));
    }
}
