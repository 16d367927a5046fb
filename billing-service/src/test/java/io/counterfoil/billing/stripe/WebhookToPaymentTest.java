package io.counterfoil.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the gateway's message to the kept bytes and the payment: on a real database. */
class WebhookToPaymentTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final KeepWebhook keep = house.beans.get(KeepWebhook.class);
    private final MapWebhook map = house.beans.get(MapWebhook.class);

    @Test
    void a_message_is_kept_byte_for_byte_and_mapped_once_however_often_it_comes() {
        String body = event("evt_1", StripeEvent.SUCCEEDED, "usd", " ");
        keep(body);
        keep(body);
        assertThat(house.<String>one("select convert_from(body, 'UTF8') v from webhook"))
                .isEqualTo(body);
        assertThat(steps()).hasSize(1);
        steps().forEach(this::run);
        assertThat(webhooks()).containsExactly("evt_1 HANDLED");
        assertThat(house.told()).containsExactly("payment.settled");
        steps().forEach(this::run);
        assertThat(house.told()).containsExactly("payment.settled");
    }

    @Test
    void a_payout_is_told_once_however_often_the_gateway_says_it() {
        for (String id : List.of("evt_1", "evt_2")) {
            keep(
                    """
                    {"id":"%s","type":"payout.paid","data":{"object":{"id":"po_1","amount":12345,"currency":"usd",
                     "arrival_date":1770854400,"status":"paid"}}}
                    """
                            .formatted(id));
        }
        steps().forEach(this::run);

        assertThat(house.told()).containsExactly("payout.paid");
        assertThat(house.<String>one(
                        "select legal_entity_id || ' ' || amount_minor || ' ' || value_date v from payout"))
                .isEqualTo("US01 12345 2026-02-12");
    }

    @Test
    void a_payout_that_the_bank_sends_back_is_told_once_with_the_reason() {
        keep(payout("evt_1", "payout.paid", "\"paid\""));
        keep(payout("evt_2", "payout.failed", FAILURE));
        keep(payout("evt_3", "payout.failed", FAILURE));
        steps().forEach(this::run);

        assertThat(house.told()).containsExactly("payout.paid", "payout.failed");
        assertThat(house.<String>one("select failure_code || ' ' || (failed_at is not null) v from payout"))
                .isEqualTo("account_closed true");
    }

    @Test
    void a_payout_that_failed_before_anybody_said_that_it_was_paid_moves_nothing() {
        keep(payout("evt_1", "payout.failed", FAILURE));
        keep(payout("evt_2", "payout.paid", "\"paid\""));
        steps().forEach(this::run);

        assertThat(house.told()).isEmpty();
    }

    private static final String FAILURE =
            "\"failed\",\"failure_code\":\"account_closed\",\"failure_message\":\"The bank account has been closed\"";

    private static String payout(String id, String type, String status) {
        return """
                {"id":"%s","type":"%s","data":{"object":{"id":"po_1","object":"payout","amount":12345,"currency":"usd",
                 "arrival_date":1770854400,"status":%s}}}
                """
                .formatted(id, type, status);
    }

    @Test
    void other_types_are_kept_and_acknowledged() {
        keep(event("evt_1", "customer.created", "usd", ""));
        assertThat(webhooks()).containsExactly("evt_1 ACKNOWLEDGED");
        assertThat(steps()).isEmpty();
    }

    @Test
    void what_is_no_event_is_kept_once_and_parked() {
        keep("[1, 2]");
        keep("[1, 2]");
        assertThat(webhooks()).singleElement().asString().startsWith("sha256:").endsWith(" PARKED");
        assertThat(house.<String>one(
                        "select class || ' ' || code || ' ' || convert_from(original, 'UTF8') v from exception"))
                .isEqualTo("SCHEMA unreadable-webhook [1, 2]");
    }

    @Test
    void what_was_no_event_is_taken_once_after_two_people_have_mended_it() {
        keep("[1, 2]");
        ReplayWebhook replay = house.beans.get(ReplayWebhook.class);
        assertThat(replay.replays("webhook:stripe")).isTrue();
        assertThatThrownBy(() -> house.inTransaction(() -> replay.replay(parked())))
                .isInstanceOf(UnreadableWebhook.class)
                .hasMessageContaining("no event");
        String mended = event("evt_1", StripeEvent.SUCCEEDED, "usd", "");
        house.database.update("update exception set edited = ?", mended.getBytes(StandardCharsets.UTF_8));
        house.inTransaction(() -> replay.replay(parked()));
        house.inTransaction(() -> replay.replay(parked()));
        keep(mended);
        assertThat(steps()).hasSize(1);
        steps().forEach(this::run);
        assertThat(house.told()).containsExactly("payment.settled");
        assertThat(webhooks()).hasSize(2).allMatch(webhook -> webhook.endsWith(" HANDLED"));
    }

    private Trouble parked() {
        UUID id = house.database
                .query("select id from exception")
                .one(row -> row.uuid("id"))
                .orElseThrow();
        return house.beans.get(Troubles.class).byId(id);
    }

    @Test
    void what_can_not_be_mapped_is_refused_when_its_step_runs_and_marked() {
        keep(event("evt_1", StripeEvent.SUCCEEDED, "xxz", ""));
        Step step = steps().get(0);
        assertThatThrownBy(() -> run(step)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            house.inTransaction(() -> map.parked(step, refusal, UUID.randomUUID()));
        });
        assertThat(webhooks()).containsExactly("evt_1 PARKED");
    }

    private void keep(String body) {
        house.inTransaction(() -> keep.handle(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void run(Step step) {
        if (map.run(step) instanceof StepOutcome.Done done) {
            house.inTransaction(done.inTransaction());
        }
    }

    private List<Step> steps() {
        return house.database
                .query("select * from step order by seq")
                .list(row -> new Step(
                        row.uuid("id"),
                        row.text("kind"),
                        row.text("subject"),
                        row.text("payload"),
                        1,
                        Correlation.fresh("tester"),
                        null));
    }

    private List<String> webhooks() {
        return house.database
                .query("select * from webhook")
                .list(row -> row.text("event_id") + " " + row.text("outcome"));
    }

    private static String event(String id, String type, String currency, String space) {
        return "{\"id\":\"" + id + "\"," + space + "\"type\":\"" + type
                + "\",\"data\":{\"object\":{\"id\":\"pi_1\",\"amount\":1500,"
                + "\"amount_received\":1500,\"currency\":\"" + currency + "\",\"metadata\":{}}}}";
    }
}
