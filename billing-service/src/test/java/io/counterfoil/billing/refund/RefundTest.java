package io.counterfoil.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.billing.gateway.GatewayAnswer;
import io.counterfoil.billing.gateway.GatewayAnswer.Outcome;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.payment.RefundExceedsPayment;
import io.counterfoil.billing.refund.RefundJson.PaidByHand;
import io.counterfoil.billing.refund.RefundJson.RefundRequest;
import io.counterfoil.billing.refund.RefundPaid.Mode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that goes back, in both modes, on a real database. */
class RefundTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final RequestRefund request = house.bean("refund.RequestRefund");
    private final DecideRefund decide = house.bean("refund.DecideRefund");
    private final ConfirmRefund confirm = house.bean("refund.ConfirmRefund");
    private final Refunds refunds = house.beans.get(Refunds.class);

    private UUID payment;

    @BeforeEach
    void an_invoice_of_249_95_is_paid() {
        house.database.update("update tax_rate set rate = 0 where category = 'S'");
        Envelope accepted =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "249.95", "2026-01-01", "2027-01-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
        Payments payments = house.beans.get(Payments.class);
        Receipt receipt = new Receipt(
                "stripe", "pi_1", "evt_1", usd("249.95"), "US01-2026-000001", null, null, null, house.clock.now());
        house.inTransaction(() -> payments.record(receipt));
        house.database.update("truncate outbox");
        payment = UUID.fromString(house.one("select payment_id v from payment"));
    }

    @Test
    void kill_bill_27_only_the_refund_without_adjustment_opens_the_receivable() {
        paid(ask("10.00", Mode.REOPEN_RECEIVABLE));
        assertThat(open()).isEqualTo("10.00 PARTIALLY_PAID");
        paid(ask("1.00", Mode.REVERSE_REVENUE));
        assertThat(open()).isEqualTo("10.00 PARTIALLY_PAID");
        paid(ask("10.00", Mode.REVERSE_REVENUE));
        assertThat(open()).isEqualTo("10.00 PARTIALLY_PAID");
        assertThat(house.<String>one("select refunded_minor || ' ' || state v from payment"))
                .isEqualTo("2100 PARTIALLY_REFUNDED");
        assertThat(house.told()).containsExactly("refund.paid", "refund.paid", "refund.paid");
        assertThat(house.<String>one("select sum(net_minor) v from line_reversal"))
                .isEqualTo("1100");
    }

    @Test
    void all_of_it_goes_back_and_nothing_more() {
        paid(ask("249.95", Mode.REVERSE_REVENUE));
        assertThat(house.<String>one("select state v from payment")).isEqualTo("REFUNDED");
        assertThat(open()).isEqualTo("0.00 PAID");
        assertThatThrownBy(() -> ask("0.01", Mode.REOPEN_RECEIVABLE)).isInstanceOf(RefundExceedsPayment.class);
    }

    @Test
    void credit_of_the_customer_is_paid_back_and_is_not_used_while_it_is_on_its_way() {
        UUID credit = granted("CUSTOMER_CREDIT");
        Refund refund = payOut(credit, "60.00");
        assertThatThrownBy(() -> payOut(credit, "40.01")).isInstanceOf(RefundExceedsPayment.class);
        order("O-2", "70.00");
        assertThat(left()).as("40.00 were free for the invoice").isEqualTo("60.00");
        Object withdraw = house.bean("creditgrant.WithdrawCredit");
        assertThatThrownBy(() -> handle(withdraw, credit)).hasMessageContaining("is being paid to the customer");
        house.inTransaction(() -> confirm.handle(refund.refundId(), new PaidByHand("bank 1", null)));
        assertThat(left()).isEqualTo("0.00");
        assertThat(house.<String>one("select data v from outbox where type like '%refund.paid%'"))
                .contains(
                        "\"creditId\":\"" + credit + "\"",
                        "\"creditAmount\":{\"amount\":\"60.00\",\"currency\":\"USD\"}",
                        "\"invoices\":[]");
    }

    @Test
    void credit_whose_payment_failed_can_be_used_again() {
        UUID credit = granted("CUSTOMER_CREDIT");
        house.database.update(
                "insert into policy_value values ('refund.approvalLimit', 'LEGAL_ENTITY', 'US01', 1, '0', '2020-01-01', null, 'x', now())");
        Refund refund = payOut(credit, "100.00");
        house.database.update("update refund set requested_by = 'somebody else'");
        house.inTransaction(() -> decide.handle(refund.refundId(), false));
        order("O-2", "70.00");
        assertThat(left()).isEqualTo("30.00");
    }

    @Test
    void credit_that_was_bought_is_not_owed_to_the_customer() {
        UUID credit = granted("PREPAID");
        assertThatThrownBy(() -> payOut(credit, "10.00")).isInstanceOf(PrepaidIsNotPaidBack.class);
    }

    private UUID granted(String kind) {
        house.database.update(
                """
                insert into customer_credit (credit_id, legal_entity_id, customer_id, currency, kind, origin, state,
                    amount_minor, remaining_minor, reason_code, requested_by, effective_date, effective_at, correlation_id,
                    version)
                values (gen_random_uuid(), 'US01', ?::uuid, 'USD', ?, 'GRANT', 'GRANTED', 10000, 10000,
                        'GOODWILL', 'tester', '2026-01-01', now(), 'c', 1)
                """,
                BillingHouse.CUSTOMER,
                kind);
        return UUID.fromString(house.one("select credit_id::text v from customer_credit"));
    }

    private Refund payOut(UUID credit, String amount) {
        RefundRequest wanted = new RefundRequest(null, null, credit, null, usd(amount), null, "bank", "PAY_OUT", null);
        return house.inTransaction(() -> request.handle(wanted));
    }

    private void order(String number, String price) {
        Envelope accepted =
                BillingHouse.accepted(number, new Line("platform-annual", "1", price, "2026-01-01", "2027-01-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
    }

    private String left() {
        return Money.ofMinor(Long.parseLong(house.one("select remaining_minor v from customer_credit")), "USD")
                .amount();
    }

    private void handle(Object use, UUID id) {
        house.inTransaction(() -> {
            try {
                var handle = use.getClass().getDeclaredMethod("handle", UUID.class);
                handle.setAccessible(true);
                handle.invoke(use, id);
            } catch (java.lang.reflect.InvocationTargetException refused) {
                throw (RuntimeException) refused.getCause();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void what_is_on_its_way_can_not_be_asked_for_again() {
        ask("200.00", Mode.REOPEN_RECEIVABLE);
        assertThatThrownBy(() -> ask("50.00", Mode.REOPEN_RECEIVABLE)).isInstanceOf(RefundExceedsPayment.class);
        assertThat(house.told()).as("nothing is booked before it is paid").isEmpty();
    }

    @Test
    void a_failed_refund_takes_nothing() {
        Refund refund = ask("10.00", Mode.REOPEN_RECEIVABLE);
        answer(refund, new GatewayAnswer("re_1", Outcome.FAILED, "expired_or_canceled_card", "No"));
        assertThat(open()).isEqualTo("0.00 PAID");
        assertThat(house.told()).containsExactly("refund.failed");
        answer(refund, new GatewayAnswer("re_1", Outcome.PAID, null, null));
        assertThat(house.told()).as("a late message changes nothing").containsExactly("refund.failed");
    }

    @Test
    void what_somebody_gave_back_at_the_gateway_is_booked_once() {
        givenBack("30.00");
        givenBack("30.00");
        givenBack("50.00");
        assertThat(house.told()).containsExactly("refund.paid", "refund.paid");
        assertThat(open()).isEqualTo("50.00 PARTIALLY_PAID");
    }

    @Test
    void a_refund_of_ours_is_not_booked_again_when_the_gateway_tells_of_its_charge() {
        Refund refund = ask("30.00", Mode.REVERSE_REVENUE);
        givenBack("30.00");
        paid(refund);
        givenBack("30.00");
        assertThat(house.told()).containsExactly("refund.paid");
    }

    @Test
    void above_the_limit_a_second_person_decides() {
        house.database.update(
                "insert into policy_value values ('refund.approvalLimit', 'LEGAL_ENTITY', 'US01', 1, '100', '2020-01-01', null, 'x', now())");
        Refund asked = as("maker", () -> ask("100.01", Mode.REOPEN_RECEIVABLE));
        assertThat(asked.state()).isEqualTo(RefundState.REQUESTED);
        assertThatThrownBy(() -> as("maker", () -> decide.handle(asked.refundId(), true)))
                .isInstanceOf(SecondPersonRequired.class);
        assertThat(as("checker", () -> decide.handle(asked.refundId(), true)).state())
                .isEqualTo(RefundState.PENDING);
        assertThat(house.<String>one("select kind v from step")).isEqualTo("pay-refund");
        assertThatThrownBy(() -> as("checker", () -> decide.handle(asked.refundId(), false)))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_refund_that_is_refused_is_told_as_one_that_is_not_paid() {
        house.database.update(
                "insert into policy_value values ('refund.approvalLimit', 'LEGAL_ENTITY', 'US01', 1, '100', '2020-01-01', null, 'x', now())");
        Refund asked = as("maker", () -> ask("100.01", Mode.REOPEN_RECEIVABLE));
        as("checker", () -> decide.handle(asked.refundId(), false));
        assertThat(house.told()).containsExactly("refund.failed");
        assertThat(house.<String>one("select data v from outbox")).contains("\"reasonCode\":\"REJECTED\"");
    }

    @Test
    void by_another_channel_finance_pays_and_confirms() {
        Refund refund = as(
                "maker",
                () -> request.handle(new RefundRequest(
                        payment, null, null, null, usd("20.00"), Mode.REOPEN_RECEIVABLE, "bank", "GOODWILL", null)));
        assertThat(refund.state()).isEqualTo(RefundState.APPROVED);
        Refund paid = house.inTransaction(() -> confirm.handle(refund.refundId(), new PaidByHand("BANK-1", null)));
        assertThat(paid.state()).isEqualTo(RefundState.PAID);
        assertThat(open()).isEqualTo("20.00 PARTIALLY_PAID");
        assertThat(house.<String>one("select count(*) v from step")).isEqualTo("0");
    }

    private Refund ask(String amount, Mode mode) {
        return house.inTransaction(() -> request.handle(
                new RefundRequest(payment, null, null, null, usd(amount), mode, null, "GOODWILL", null)));
    }

    private void paid(Refund refund) {
        answer(refund, new GatewayAnswer("re_" + refund.refundId(), Outcome.PAID, null, null));
    }

    private void answer(Refund refund, GatewayAnswer answer) {
        house.inTransaction(() -> refunds.answered(refund.refundId(), answer));
    }

    private void givenBack(String inAll) {
        Payments payments = house.beans.get(Payments.class);
        house.inTransaction(() -> refunds.givenBack(
                payments.lock("stripe", "pi_1").orElseThrow(), usd(inAll), "ch_1", house.clock.now()));
    }

    private <T> T as(String person, Supplier<T> work) {
        return Correlation.within(
                new Correlation(EventIds.next().toString(), null, person), () -> house.inTransaction(work));
    }

    private String open() {
        return house.database
                .query("select * from invoice")
                .one(row -> row.money("open_minor", "currency").amount() + " " + row.text("state"))
                .orElseThrow();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
