package io.counterfoil.billing.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chargebacks won and lost, in both modes, on a real database. */
class ChargebackTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final Disputes disputes = house.beans.get(Disputes.class);

    @BeforeEach
    void an_invoice_of_249_95_of_which_10_are_paid() {
        house.database.update("update tax_rate set rate = 0 where category = 'S'");
        Envelope accepted =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "249.95", "2026-01-01", "2027-01-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
        pay("pi_1", "10.00");
        house.database.update("truncate outbox");
    }

    @Test
    void kill_bill_26_the_balance_is_239_95_then_249_95_then_239_95() {
        assertThat(open()).isEqualTo("239.95 PARTIALLY_PAID");
        told(DisputeState.OPEN);
        assertThat(open()).isEqualTo("249.95 ISSUED");
        assertThat(payment()).isEqualTo("DISPUTED");
        told(DisputeState.WON);
        assertThat(open()).isEqualTo("239.95 PARTIALLY_PAID");
        assertThat(payment()).isEqualTo("WON");
        assertThat(house.told()).containsExactly("payment.disputed", "dispute.won");
    }

    @Test
    void lost_the_money_stays_away() {
        told(DisputeState.OPEN);
        told(DisputeState.LOST);
        assertThat(open()).isEqualTo("249.95 ISSUED");
        assertThat(payment()).isEqualTo("LOST");
        assertThat(house.told()).containsExactly("payment.disputed", "dispute.lost");
    }

    @Test
    void told_in_any_order_and_often_it_counts_once() {
        told(DisputeState.WON);
        told(DisputeState.OPEN);
        told(DisputeState.WON);
        assertThat(open()).isEqualTo("239.95 PARTIALLY_PAID");
        assertThat(house.told()).containsExactly("payment.disputed", "dispute.won");
    }

    @Test
    void by_policy_revenue_is_reversed_and_the_invoice_stays_paid() {
        house.database.update(
                "insert into policy_value values ('chargeback.mode', 'LEGAL_ENTITY', 'US01', 1, 'REVENUE', '2020-01-01', null, 'x', now())");
        told(DisputeState.OPEN);
        assertThat(open()).isEqualTo("239.95 PARTIALLY_PAID");
        assertThat(house.<String>one("select net_minor || ' ' || undone v from line_reversal"))
                .isEqualTo("1000 false");
        told(DisputeState.WON);
        assertThat(house.<String>one("select net_minor || ' ' || undone v from line_reversal"))
                .isEqualTo("1000 true");
        assertThat(open()).isEqualTo("239.95 PARTIALLY_PAID");
    }

    @Test
    void won_back_money_whose_invoice_was_paid_meanwhile_is_unapplied() {
        told(DisputeState.OPEN);
        pay("pi_2", "249.95");
        assertThat(open()).isEqualTo("0.00 PAID");
        told(DisputeState.WON);
        assertThat(open()).isEqualTo("0.00 PAID");
        assertThat(house.<String>one("select unapplied_minor v from payment where gateway_reference = 'pi_1'"))
                .isEqualTo("1000");
    }

    @Test
    void a_dispute_of_a_payment_that_never_came_is_an_exception() {
        DisputeTold other = new DisputeTold(
                "stripe", "pi_9", "dp_9", usd("1.00"), DisputeState.OPEN, "fraudulent", null, null, house.clock.now());
        assertThatThrownBy(() -> house.inTransaction(() -> disputes.told(other)))
                .isInstanceOf(PaymentUnknown.class);
    }

    private void told(DisputeState state) {
        DisputeTold told = new DisputeTold(
                "stripe", "pi_1", "dp_1", usd("10.00"), state, "fraudulent", null, null, house.clock.now());
        house.inTransaction(() -> disputes.told(told));
    }

    private void pay(String reference, String amount) {
        Payments payments = house.beans.get(Payments.class);
        Receipt receipt = new Receipt(
                "stripe",
                reference,
                "evt_" + reference,
                usd(amount),
                "US01-2026-000001",
                null,
                null,
                null,
                house.clock.now());
        house.inTransaction(() -> payments.record(receipt));
    }

    private String open() {
        return house.database
                .query("select * from invoice")
                .one(row -> row.money("open_minor", "currency").amount() + " " + row.text("state"))
                .orElseThrow();
    }

    private String payment() {
        return house.one("select state v from payment where gateway_reference = 'pi_1'");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
