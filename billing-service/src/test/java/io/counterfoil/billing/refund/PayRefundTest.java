package io.counterfoil.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.gateway.StripeApi;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.refund.RefundJson.RefundRequest;
import io.counterfoil.billing.refund.RefundPaid.Mode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.testing.PlainResponse;
import io.counterfoil.common.trace.Correlation;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway is asked to pay; without an answer it is asked what it did before anything is repeated. */
class PayRefundTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final SilentGateway gateway = new SilentGateway();
    private Refund refund;

    @BeforeEach
    void a_refund_of_10_is_asked_for() {
        house.gateway.refundsBy(gateway);
        house.beans.setting("stripe.api.key", "sk_test");
        Envelope accepted =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
        Payments payments = house.beans.get(Payments.class);
        Receipt receipt = new Receipt(
                "stripe",
                "pi_1",
                "evt_1",
                Money.of("108.25", "USD"),
                "US01-2026-000001",
                null,
                null,
                null,
                house.clock.now());
        house.inTransaction(() -> payments.record(receipt));
        UUID payment = UUID.fromString(house.one("select payment_id v from payment"));
        RequestRefund request = house.bean("refund.RequestRefund");
        refund = house.inTransaction(() -> request.handle(new RefundRequest(
                payment, null, null, null, Money.of("10.00", "USD"), Mode.REOPEN_RECEIVABLE, null, "GOODWILL", null)));
        house.database.update("truncate outbox");
    }

    @Test
    void answered_it_is_paid() {
        assertThat(attempt(1)).isInstanceOf(StepOutcome.Done.class);
        assertThat(state()).isEqualTo("PAID");
        assertThat(house.told()).containsExactly("refund.paid");
        assertThat(gateway.calls).containsExactly("refund " + refund.refundId() + " payment_intent=pi_1&amount=1000");
    }

    @Test
    void without_an_answer_it_is_unknown_and_the_gateway_is_asked_before_it_is_repeated() {
        gateway.hangUpAfterPaying = true;
        assertThat(attempt(1)).isInstanceOf(StepOutcome.Again.class);
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(house.told()).isEmpty();
        assertThat(attempt(2)).isInstanceOf(StepOutcome.Done.class);
        assertThat(state()).isEqualTo("PAID");
        assertThat(gateway.paid).isEqualTo(1);
        assertThat(gateway.calls).hasSize(2).last().isEqualTo("list pi_1");
    }

    @Test
    void refused_it_has_failed() {
        gateway.refuses = true;
        attempt(1);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(house.told()).containsExactly("refund.failed");
    }

    private StepOutcome attempt(int attempt) {
        PayRefund step = house.bean("refund.PayRefund");
        StepOutcome outcome = step.run(new Step(
                UUID.randomUUID(),
                PayRefund.KIND,
                refund.refundId().toString(),
                "{\"refundId\":\"" + refund.refundId() + "\"}",
                attempt,
                Correlation.fresh("tester"),
                null));
        if (outcome instanceof StepOutcome.Done done) {
            house.inTransaction(done.inTransaction());
        }
        return outcome;
    }

    private String state() {
        return house.one("select state v from refund");
    }

    /** The outside system: pays each key once, and may hang up after it has paid. */
    private static final class SilentGateway implements StripeApi {
        private final List<String> calls = new ArrayList<>();
        private boolean hangUpAfterPaying;
        private boolean refuses;
        private int paid;
        private String key;

        @Override
        public Response refund(String bearer, String idempotencyKey, String form) {
            calls.add("refund " + idempotencyKey + " " + form.replaceFirst("&metadata.*", ""));
            if (refuses) {
                return new PlainResponse(402, "{\"error\":{\"code\":\"charge_already_refunded\",\"message\":\"No\"}}");
            }
            paid++;
            key = idempotencyKey;
            if (hangUpAfterPaying) {
                throw new ProcessingException("hung up");
            }
            return new PlainResponse(200, refundJson());
        }

        @Override
        public Response refunds(String bearer, String paymentIntent, int limit) {
            calls.add("list " + paymentIntent);
            return new PlainResponse(200, "{\"data\":[" + refundJson() + "]}");
        }

        private String refundJson() {
            return "{\"id\":\"re_1\",\"status\":\"succeeded\",\"metadata\":{\"refund_id\":\"" + key + "\"}}";
        }
    }
}
