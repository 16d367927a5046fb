package io.counterfoil.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.invoice.AmountExceedsInvoice;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.Troubles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of money that a gateway tells of: on a real database. */
class PaymentToInvoiceTest {
    private static final UUID CUSTOMER = UUID.fromString(BillingHouse.CUSTOMER);
    private static final String FIRST = "US01-2026-000001";
    private static final String SECOND = "US01-2026-000002";

    private final BillingHouse house = new BillingHouse().furnished();
    private int count;

    @BeforeEach
    void two_invoices_of_100_dollars_before_tax() {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        for (String order : List.of("O-1", "O-2")) {
            Envelope accepted = BillingHouse.accepted(
                    order, new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
            house.inTransaction(() -> orders.handle(accepted));
        }
        house.database.update("truncate outbox");
    }

    @Test
    void a_payment_that_names_its_invoice_settles_it() {
        record(paid("108.25", FIRST, null));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 108.25 ISSUED");
        assertThat(house.told()).containsExactly("payment.settled", "payment.applied", "invoice.paid");
        assertThat(house.<String>one("select data v from outbox where type like '%settled%'"))
                .contains(
                        "\"unappliedAmount\":{\"amount\":\"0.00\"",
                        "\"invoiceNumber\":\"" + FIRST + "\"",
                        BillingHouse.CUSTOMER);
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void it_belongs_to_the_invoices_business_transaction() {
        record(paid("108.25", FIRST, null));
        String invoice = house.one("select correlation_id v from invoice where invoice_number = ?", FIRST);
        assertThat(house.database
                        .query("select distinct correlation_id c from outbox")
                        .list(row -> row.text("c")))
                .containsExactly(invoice);
    }

    @Test
    void a_part_leaves_the_rest_open() {
        record(paid("8.25", FIRST, null));
        assertThat(invoices()).containsExactly(FIRST + " 100.00 PARTIALLY_PAID", SECOND + " 108.25 ISSUED");
        record(paid("100.00", FIRST, null));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 108.25 ISSUED");
    }

    @Test
    void what_is_too_much_is_unapplied_cash_on_finances_list() {
        record(paid("110.00", FIRST, null));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 108.25 ISSUED");
        assertThat(unapplied()).containsExactly("1.75");
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void the_same_money_told_by_two_messages_counts_once() {
        Receipt one = paid("108.25", FIRST, null);
        Receipt again = new Receipt(
                one.gateway(), one.reference(), "evt_other", one.amount(), FIRST, null, null, null, one.at());
        record(one);
        record(one);
        record(again);
        assertThat(house.<String>one("select count(*) v from payment")).isEqualTo("1");
        assertThat(house.told()).hasSize(3);
    }

    @Test
    void without_a_number_the_customers_oldest_open_invoices_are_settled() {
        record(paid("150.00", null, CUSTOMER));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 66.50 PARTIALLY_PAID");
        assertThat(house.told())
                .containsExactly("payment.settled", "payment.applied", "invoice.paid", "payment.applied");
    }

    @Test
    void a_gateway_customer_is_known_again_once_a_payment_of_theirs_named_an_invoice() {
        record(receipt("8.25", "USD", FIRST, null, "cus_1", null));
        record(receipt("8.25", "USD", null, null, "cus_1", null));
        assertThat(invoices()).containsExactly(FIRST + " 91.75 PARTIALLY_PAID", SECOND + " 108.25 ISSUED");
    }

    @Test
    void money_of_nobody_we_know_is_unapplied_cash_with_an_exception_for_finance() {
        record(paid("50.00", "US01-1999-000001", null));
        assertThat(unapplied()).containsExactly("50.00");
        assertThat(exceptions()).containsExactly("CREDIT finance unapplied-cash");
        assertThat(house.<String>one("select legal_entity_id v from payment")).isEqualTo("US01");
    }

    @Test
    void money_in_another_currency_is_not_applied() {
        record(receipt("5000", "JPY", FIRST, null, null, null));
        assertThat(invoices()).containsExactly(FIRST + " 108.25 ISSUED", SECOND + " 108.25 ISSUED");
        assertThat(house.<String>one("select legal_entity_id || ' ' || customer_id v from payment"))
                .isEqualTo("JP01 " + BillingHouse.CUSTOMER);
        assertThat(exceptions()).containsExactly("CREDIT finance unapplied-cash");
    }

    @Test
    void money_in_a_currency_that_nobody_receives_is_refused() {
        assertThatThrownBy(() -> record(receipt("5.00", "EUR", null, CUSTOMER, null, null)))
                .isInstanceOf(GatewayAccountMissing.class);
        assertThat(house.<String>one("select count(*) v from payment")).isEqualTo("0");
    }

    @Test
    void a_failure_is_remembered_and_told_and_a_later_success_counts() {
        record(new Receipt(
                "stripe",
                "pi_x",
                "evt_a",
                usd("108.25"),
                FIRST,
                null,
                null,
                new Receipt.Failure("card_declined", "No."),
                at()));
        assertThat(house.told()).containsExactly("payment.failed");
        assertThat(invoices()).containsExactly(FIRST + " 108.25 ISSUED", SECOND + " 108.25 ISSUED");
        record(new Receipt("stripe", "pi_x", "evt_b", usd("108.25"), FIRST, null, null, null, at()));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 108.25 ISSUED");
    }

    @Test
    void finance_applies_unapplied_cash_and_the_exception_is_closed() {
        record(paid("58.25", null, null));
        UUID payment = paymentId();
        PaymentApplication made = apply(payment, SECOND, "50.00");
        assertThat(made.fromUnapplied()).isTrue();
        assertThat(exceptions()).hasSize(1);
        apply(payment, SECOND, null);
        assertThat(invoices()).containsExactly(FIRST + " 108.25 ISSUED", SECOND + " 50.00 PARTIALLY_PAID");
        assertThat(exceptions()).isEmpty();
        assertThat(house.told()).containsExactly("payment.settled", "payment.applied", "payment.applied");
        assertThat(house.<String>one("select customer_id::text v from payment")).isEqualTo(BillingHouse.CUSTOMER);
    }

    @Test
    void what_can_not_be_applied_is_refused_by_name() {
        record(paid("50.00", null, null));
        UUID payment = paymentId();
        assertThatThrownBy(() -> apply(payment, FIRST, "50.01")).isInstanceOf(AmountExceedsUnapplied.class);
        assertThatThrownBy(() -> apply(payment, FIRST, "-1.00")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> apply(payment, FIRST, "0.00")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> apply(payment, "US01-1999-000001", "1.00")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> apply(EventIds.next(), FIRST, "1.00")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> handle(payment, new PaymentJson.Application(null, FIRST, Money.of("100", "JPY"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> handle(payment, new PaymentJson.Application(null, null, null)))
                .isInstanceOf(Invalid.class);
        record(paid("108.25", FIRST, null));
        assertThatThrownBy(() -> apply(payment, FIRST, "1.00")).isInstanceOf(AmountExceedsInvoice.class);
        assertThat(unapplied()).containsExactly("50.00");
    }

    @Test
    void a_replay_looks_again_where_unapplied_cash_belongs() {
        record(paid("108.25", "US01-2026-000003", CUSTOMER));
        assertThat(unapplied()).as("by customer").isEmpty();
        record(receipt("20.00", "USD", "US01-2026-000003", null, null, null));
        house.database.update("update payment set customer_id = ? where unapplied_minor > 0", CUSTOMER);
        UUID exception = UUID.fromString(house.one("select id::text v from exception"));
        house.inTransaction(() -> house.beans
                .get(ReplayUnappliedCash.class)
                .replay(house.beans.get(Troubles.class).byId(exception)));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 88.25 PARTIALLY_PAID");
    }

    @Test
    void a_replay_applies_what_it_can_and_leaves_the_rest_on_finances_list() {
        record(receipt("300.00", "USD", null, null, null, null));
        house.database.update("update payment set customer_id = ? where unapplied_minor > 0", CUSTOMER);
        UUID exception = UUID.fromString(house.one("select id::text v from exception"));
        house.inTransaction(() -> house.beans
                .get(ReplayUnappliedCash.class)
                .replay(house.beans.get(Troubles.class).byId(exception)));
        assertThat(invoices()).containsExactly(FIRST + " 0.00 PAID", SECOND + " 0.00 PAID");
        assertThat(unapplied()).containsExactly("83.50");
    }

    private void record(Receipt receipt) {
        house.inTransaction(() -> house.beans.get(RecordReceipt.class).handle(receipt));
    }

    private PaymentApplication apply(UUID payment, String invoice, String amount) {
        return handle(payment, new PaymentJson.Application(null, invoice, amount == null ? null : usd(amount)));
    }

    private PaymentApplication handle(UUID payment, PaymentJson.Application wanted) {
        return house.inTransaction(() -> house.beans.get(ApplyPayment.class).handle(payment, wanted));
    }

    private Receipt paid(String amount, String invoice, UUID customer) {
        return receipt(amount, "USD", invoice, customer, null, null);
    }

    private Receipt receipt(
            String amount,
            String currency,
            String invoice,
            UUID customer,
            String gatewayCustomer,
            Receipt.Failure why) {
        count++;
        return new Receipt(
                "stripe",
                "pi_" + count,
                "evt_" + count,
                Money.of(amount, currency),
                invoice,
                customer,
                gatewayCustomer,
                why,
                at());
    }

    private static Instant at() {
        return Instant.parse("2026-01-15T18:30:00Z");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private UUID paymentId() {
        return UUID.fromString(house.one("select payment_id::text v from payment where unapplied_minor > 0"));
    }

    private List<String> invoices() {
        return house.database
                .query("select * from invoice order by invoice_number")
                .list(row -> row.text("invoice_number") + " "
                        + row.money("open_minor", "currency").amount() + " " + row.text("state"));
    }

    private List<String> unapplied() {
        return house.database
                .query("select * from payment where unapplied_minor > 0 order by payment_id")
                .list(row -> row.money("unapplied_minor", "currency").amount());
    }

    private List<String> exceptions() {
        return house.database
                .query("select * from exception where state = 'OPEN'")
                .list(row -> row.text("class") + " " + row.text("owner") + " " + row.text("code"));
    }
}
