package io.counterfoil.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.payment.PaymentJson.Fee;
import io.counterfoil.billing.payment.PaymentJson.ManualPayment;
import io.counterfoil.billing.payment.PaymentJson.Why;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money outside the gateway, before its invoice, taken off, returned: on a real database. */
class PaymentBackAndForthTest {
    private static final UUID CUSTOMER = UUID.fromString(BillingHouse.CUSTOMER);
    private static final Why MISTAKE = new Why("WRONG_INVOICE", null);

    private final BillingHouse house = new BillingHouse().furnished();
    private final RecordManualPayment manual = house.bean("payment.RecordManualPayment");
    private final UnapplyPayment unapply = house.bean("payment.UnapplyPayment");
    private final ReturnPayment back = house.bean("payment.ReturnPayment");

    @Test
    void money_that_came_before_its_invoice_finds_it_when_it_is_issued() {
        pay("150.00", null, CUSTOMER);
        assertThat(house.told()).containsExactly("payment.settled");
        assertThat(exceptions()).isEqualTo("1");
        invoice("O-1", "100.00");
        assertThat(open()).containsExactly("0.00 PAID");
        assertThat(house.told()).contains("invoice.issued", "payment.applied", "invoice.paid");
        assertThat(unapplied()).isEqualTo("4175");
        assertThat(exceptions()).as("some of it is still unapplied").isEqualTo("1");
        invoice("O-2", "100.00");
        assertThat(open()).containsExactly("0.00 PAID", "66.50 PARTIALLY_PAID");
        assertThat(exceptions()).isEqualTo("0");
    }

    @Test
    void money_that_names_an_invoice_to_come_waits_for_that_one() {
        pay("50.00", "US01-2026-000002", CUSTOMER);
        invoice("O-1", "100.00");
        assertThat(open()).containsExactly("108.25 ISSUED");
        invoice("O-2", "100.00");
        assertThat(open()).containsExactly("108.25 ISSUED", "58.25 PARTIALLY_PAID");
    }

    @Test
    void applied_by_hand_nothing_happens_by_itself() {
        policy("payment.application", "BY_HAND");
        invoice("O-1", "100.00");
        pay("108.25", "US01-2026-000001", null);
        assertThat(open()).containsExactly("108.25 ISSUED");
        assertThat(exceptions()).isEqualTo("1");
        invoice("O-2", "100.00");
        assertThat(open()).containsExactly("108.25 ISSUED", "108.25 ISSUED");
    }

    @Test
    void the_oldest_first_whatever_the_payment_names() {
        policy("payment.application", "OLDEST_FIRST");
        invoice("O-1", "100.00");
        invoice("O-2", "100.00");
        pay("108.25", "US01-2026-000002", null);
        assertThat(open()).containsExactly("0.00 PAID", "108.25 ISSUED");
    }

    @Test
    void taken_off_an_invoice_it_is_unapplied_and_the_invoice_owes_it_again() {
        invoice("O-1", "100.00");
        Payment payment = pay("108.25", "US01-2026-000001", null);
        UUID application = UUID.fromString(house.one("select application_id v from payment_application"));
        Payment after = house.inTransaction(() -> unapply.handle(payment.paymentId(), application, MISTAKE));
        assertThat(after.unapplied()).isEqualTo(usd("108.25"));
        assertThat(open()).containsExactly("108.25 ISSUED");
        assertThat(house.told()).endsWith("payment.unapplied");
        assertThat(exceptions()).isEqualTo("1");
        assertThatThrownBy(() -> house.inTransaction(() -> unapply.handle(payment.paymentId(), application, MISTAKE)))
                .isInstanceOf(NotFoundApplication.class);
    }

    @Test
    void a_returned_payment_opens_its_invoice_with_the_discount_that_went_with_it() {
        policy("cashDiscount.percent", "2");
        policy("cashDiscount.days", "10");
        invoice("O-1", "100.00");
        Payment payment = pay("106.09", "US01-2026-000001", null);
        assertThat(open()).containsExactly("0.00 PAID");
        assertThat(house.<String>one(
                        "select string_agg(kind || ' ' || amount_minor, ', ' order by kind) v from invoice_settlement"))
                .isEqualTo("CASH 10608, DISCOUNT 217");
        Payment returned =
                house.inTransaction(() -> back.handle(payment.paymentId(), new Why("INSUFFICIENT_FUNDS", "Bounced")));
        assertThat(returned.state()).isEqualTo(PaymentState.RETURNED);
        assertThat(returned.unapplied()).isEqualTo(usd("0.00"));
        assertThat(open()).containsExactly("108.25 ISSUED");
        assertThat(house.told()).endsWith("payment.returned");
        assertThatThrownBy(() -> house.inTransaction(() -> back.handle(payment.paymentId(), MISTAKE)))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void microsoft_04_a_small_difference_closes_the_invoice_and_a_larger_one_does_not() {
        house.database.update("update tax_rate set rate = 0 where category = 'S'");
        policy("payment.tolerance", "10");
        invoice("O-1", "1000.00");
        pay("990.00", "US01-2026-000001", null);
        assertThat(open()).containsExactly("0.00 PAID");
        assertThat(house.<String>one("select data v from outbox where type like '%settled%'"))
                .contains("\"difference\":{\"amount\":\"10.00\"");
        invoice("O-2", "1000.00");
        pay("989.99", "US01-2026-000002", null);
        assertThat(open()).containsExactly("0.00 PAID", "10.01 PARTIALLY_PAID");
    }

    @Test
    void a_fee_is_told_and_wrong_money_is_refused() {
        Payment payment = pay("5.00", null, CUSTOMER);
        ChargeFee fees = house.bean("payment.ChargeFee");
        house.inTransaction(
                () -> fees.handle(payment.paymentId(), new Fee(PaymentFeeCharged.Kind.PROCESSING, usd("0.02"), null)));
        assertThat(house.told()).containsExactly("payment.settled", "payment.fee-charged");
        assertThatThrownBy(() -> pay(payment.reference(), "5.00", null, CUSTOMER))
                .isInstanceOf(PaymentAlreadyRecorded.class);
        assertThatThrownBy(() -> pay("0.00", null, CUSTOMER)).isInstanceOf(Invalid.class);
    }

    private Payment pay(String amount, String invoice, UUID customer) {
        return pay(UUID.randomUUID().toString(), amount, invoice, customer);
    }

    private Payment pay(String reference, String amount, String invoice, UUID customer) {
        return house.inTransaction(() -> manual.handle(new ManualPayment(
                "US01", usd(amount), "bank", reference, LocalDate.parse("2026-01-01"), customer, invoice, null)));
    }

    private void policy(String name, String value) {
        house.database.update(
                "insert into policy_value values (?, 'LEGAL_ENTITY', 'US01', 1, ?, '2020-01-01', null, 'x', now())",
                name,
                value);
    }

    private void invoice(String order, String price) {
        Envelope accepted =
                BillingHouse.accepted(order, new Line("platform-annual", "1", price, "2026-01-01", "2027-01-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
    }

    private List<String> open() {
        return house.database
                .query("select * from invoice order by invoice_number")
                .list(row -> row.money("open_minor", "currency").amount() + " " + row.text("state"));
    }

    private String unapplied() {
        return house.one("select sum(unapplied_minor) v from payment");
    }

    private String exceptions() {
        return house.one("select count(*) v from exception where state not in ('RESOLVED', 'WAIVED')");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
