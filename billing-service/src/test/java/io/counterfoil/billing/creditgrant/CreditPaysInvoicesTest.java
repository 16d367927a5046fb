package io.counterfoil.billing.creditgrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.creditgrant.CreditJson.CreditRequest;
import io.counterfoil.billing.customercredit.AmountExceedsCredit;
import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditDemand;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Granted credit pays the oldest open invoices at once, later ones when they are issued, and never more than it is. */
class CreditPaysInvoicesTest {
    private static final UUID CUSTOMER = UUID.fromString(BillingHouse.CUSTOMER);

    private final BillingHouse house = new BillingHouse().furnished();
    private final GrantCredit grant = house.bean("creditgrant.GrantCredit");
    private final DecideCredit decide = house.bean("creditgrant.DecideCredit");
    private final CustomerCredits credits = house.beans.get(CustomerCredits.class);

    @BeforeEach
    void untaxed() {
        house.database.update("update tax_rate set rate = 0 where category = 'S'");
    }

    @Test
    void kill_bill_23_two_invoices_of_249_95_and_credit_of_1000_leave_500_10() {
        invoice("O-1", "249.95");
        Credit credit = granted("1000.00");
        assertThat(credit.remaining()).isEqualTo(Money.of("750.05", "USD"));
        assertThat(invoices()).containsExactly("0.00 PAID");
        assertThat(house.told()).endsWith("credit.granted", "credit.applied", "invoice.paid");
        invoice("O-2", "249.95");
        assertThat(invoices()).containsExactly("0.00 PAID", "0.00 PAID");
        assertThat(credits.byId(credit.creditId()).orElseThrow().remaining()).isEqualTo(Money.of("500.10", "USD"));
    }

    @Test
    void the_oldest_open_invoice_is_paid_first() {
        invoice("O-1", "100.00");
        invoice("O-2", "100.00");
        granted("150.00");
        assertThat(invoices()).containsExactly("0.00 PAID", "50.00 PARTIALLY_PAID");
    }

    @Test
    void a_set_draws_what_ends_first_and_no_more_than_there_is() {
        Credit later = granted("30.00");
        Credit soon = house.inTransaction(() -> grant.handle(new CreditRequest(
                CUSTOMER, "US01", Money.of("20.00", "USD"), "GOODWILL", null, day().plusDays(9), null)));
        UUID one = EventIds.next();
        UUID two = EventIds.next();
        List<CreditUse> uses = new ArrayList<>();
        assertThatThrownBy(() -> house.inTransaction(() -> {
                    uses.addAll(credits.draw(
                            List.of(demand(one, "40.00"), demand(two, "40.00")), day(), house.clock.now()));
                }))
                .as("a draw without its invoice can't stay")
                .hasStackTraceContaining("credit_application_invoice_id_fkey");
        assertThat(uses)
                .extracting(use -> use.creditId().equals(soon.creditId()) + " " + use.amount())
                .containsExactly("true 20.00 USD", "false 20.00 USD", "false 10.00 USD");
        invoice("O-1", "40.00");
        invoice("O-2", "40.00");
        assertThat(invoices()).containsExactly("0.00 PAID", "30.00 PARTIALLY_PAID");
        assertThat(credits.byId(later.creditId()).orElseThrow().remaining().isZero())
                .isTrue();
    }

    /** docs.stigg.io, credit consumption: 60 of 50, 20 and 100, where the 100 end first but come second. */
    @Test
    void what_comes_first_by_its_priority_is_drawn_before_what_ends_first() {
        Credit kept = prior("100.00", 2, day().plusDays(5));
        Credit paid = prior("50.00", 1, day().plusDays(20));
        Credit promised = prior("20.00", 1, day().plusDays(19));
        invoice("O-1", "60.00");
        assertThat(List.of(left(promised), left(paid), left(kept))).containsExactly("0.00", "10.00", "100.00");
        invoice("O-2", "30.00");
        assertThat(List.of(left(promised), left(paid), left(kept))).containsExactly("0.00", "0.00", "80.00");
    }

    @Test
    void what_a_voided_invoice_had_drawn_comes_back() {
        Credit credit = granted("20.00");
        UUID invoice = invoice("O-1", "19.95");
        List<CreditUse> back = house.inTransaction(() -> credits.giveBack(invoice, day(), house.clock.now()));
        assertThat(back).extracting(CreditUse::amount).containsExactly(Money.of("-19.95", "USD"));
        assertThat(credits.byId(credit.creditId()).orElseThrow().remaining()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(house.inTransaction(() -> credits.giveBack(invoice, day(), house.clock.now())))
                .isEmpty();
    }

    @Test
    void above_the_limit_a_second_person_decides() {
        Credit asked = as("maker", () -> grant.handle(request("1000.01")));
        assertThat(asked.state()).isEqualTo(Credit.State.REQUESTED);
        assertThat(house.told()).isEmpty();
        assertThatThrownBy(() -> as("maker", () -> decide.handle(asked.creditId(), true)))
                .isInstanceOf(SecondPersonRequired.class);
        Credit granted = as("checker", () -> decide.handle(asked.creditId(), true));
        assertThat(granted.approvedBy()).isEqualTo("checker");
        assertThat(granted.remaining()).isEqualTo(Money.of("1000.01", "USD"));
        assertThat(house.told()).containsExactly("credit.granted");
        assertThatThrownBy(() -> as("checker", () -> decide.handle(asked.creditId(), false)))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void credit_ends_when_its_time_is_over_and_not_before() {
        house.inTransaction(() -> grant.handle(new CreditRequest(
                CUSTOMER, "US01", Money.of("20.00", "USD"), "GOODWILL", null, day().plusDays(1), null)));
        CreditExpiryTimer timer = house.bean("creditgrant.CreditExpiryTimer");
        assertThat(timer.nextDue()).hasValueSatisfying(due -> assertThat(due).hasToString("2026-01-02T08:00:00Z"));
        assertThat(house.inTransaction(timer::workOnce)).isFalse();
        house.clockAt("2026-01-02T08:00:00Z");
        assertThat(house.inTransaction(timer::workOnce)).isTrue();
        assertThat(house.told()).containsExactly("credit.granted", "credit.expired");
        assertThat(house.<String>one("select remaining_minor || ' ' || ended_minor v from customer_credit"))
                .isEqualTo("0 2000");
    }

    @Test
    void more_than_is_left_can_not_be_used() {
        Credit credit = granted("20.00");
        assertThatThrownBy(() -> credit.use(Money.of("20.01", "USD"))).isInstanceOf(AmountExceedsCredit.class);
    }

    private UUID invoice(String order, String price) {
        Envelope accepted =
                BillingHouse.accepted(order, new Line("platform-annual", "1", price, "2026-01-01", "2027-01-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
        return UUID.fromString(house.one("select invoice_id v from invoice where order_number = ?", order));
    }

    private Credit granted(String amount) {
        return house.inTransaction(() -> grant.handle(request(amount)));
    }

    private Credit prior(String amount, int priority, LocalDate expiresOn) {
        Money money = Money.of(amount, "USD");
        return house.inTransaction(
                () -> grant.handle(new CreditRequest(CUSTOMER, "US01", money, "GOODWILL", null, expiresOn, priority)));
    }

    private String left(Credit credit) {
        return credits.byId(credit.creditId()).orElseThrow().remaining().amount();
    }

    private <T> T as(String person, java.util.function.Supplier<T> work) {
        return Correlation.within(
                new Correlation(EventIds.next().toString(), null, person), () -> house.inTransaction(work));
    }

    private static CreditRequest request(String amount) {
        return new CreditRequest(CUSTOMER, "US01", Money.of(amount, "USD"), "GOODWILL", "For the outage", null, null);
    }

    private static CreditDemand demand(UUID invoice, String amount) {
        return new CreditDemand(invoice, CUSTOMER, "US01", CreditKind.CUSTOMER_CREDIT, Money.of(amount, "USD"));
    }

    private List<String> invoices() {
        return house.database
                .query("select * from invoice order by invoice_number")
                .list(row -> row.money("open_minor", "currency").amount() + " " + row.text("state"));
    }

    private static LocalDate day() {
        return LocalDate.parse("2026-01-01");
    }
}
