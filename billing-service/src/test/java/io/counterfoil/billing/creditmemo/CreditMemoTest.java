package io.counterfoil.billing.creditmemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.creditmemo.CreditMemoJson.ApplicationRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.LineRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.SettlementRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.VoidRequest;
import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.reversal.CreditExceedsInvoice;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of credit memos on a real database; the sample invoice is 1,200.00 and 500.00 with 8.25 percent tax. */
class CreditMemoTest {
    private static final VoidRequest ERROR = new VoidRequest("ISSUED_IN_ERROR", null);

    private final BillingHouse house = new BillingHouse().furnished();
    private final WriteCreditMemo write = house.bean("creditmemo.WriteCreditMemo");
    private final DecideCreditMemo decide = house.bean("creditmemo.DecideCreditMemo");
    private final ApplyCreditMemo apply = house.bean("creditmemo.ApplyCreditMemo");
    private final VoidCreditMemo voiding = house.bean("creditmemo.VoidCreditMemo");

    private UUID invoice;

    @BeforeEach
    void an_invoice_of_1840_25() {
        house.database.update("insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:6}', 1, 1)");
        invoice = invoice("O-1", "1200.00", "500.00");
    }

    @Test
    void a_memo_of_a_line_takes_its_tax_along_and_settles_the_invoice() {
        CreditMemo memo = write(lines(new LineRequest(line(2), null)));
        assertThat(memo.number()).isEqualTo("US01-CM-000001");
        assertThat(memo.state()).isEqualTo(CreditMemoState.APPLIED);
        assertThat(memo.total()).isEqualTo(usd("541.25"));
        assertThat(open()).isEqualTo("1299.00 ISSUED");
        assertThat(house.told()).containsExactly("creditmemo.issued");
    }

    @Test
    void parts_in_any_form_close_the_invoice_to_the_cent_and_it_is_credited() {
        write(lines(new LineRequest(line(1), usd("333.33"))));
        write(amount("100.01"));
        write(lines(new LineRequest(line(2), usd("0.07"))));
        CreditMemo last = write(all());
        assertThat(open()).isEqualTo("0.00 CREDITED");
        assertThat(house.<String>one(
                        "select sum(net_minor) || ' ' || sum(tax_minor) v from credit_memo where state = 'APPLIED'"))
                .isEqualTo("170000 14025");
        assertThatThrownBy(() -> write(amount("0.01"))).isInstanceOf(CreditExceedsInvoice.class);
        assertThatThrownBy(() -> write(all())).isInstanceOf(CreditExceedsInvoice.class);
        assertThat(last.number()).isEqualTo("US01-CM-000004");
    }

    /** 1840.25 to be paid in steps of 10.00 is 1840.00, and 1846.00 with a second line of 505.31 is 1850.00. */
    @ParameterizedTest
    @CsvSource({"500.00, -0.25, 1840.00", "505.31, 4.00, 1850.00"})
    void whoever_takes_the_last_of_a_rounded_invoice_leaves_nothing_open(
            String second, String rounding, String payable) {
        house.database.update(
                "insert into policy_value values ('rounding.payable', 'LEGAL_ENTITY', 'US01', 1, 'USD 10', '2020-01-01', null, 'x', now())");
        invoice = invoice("O-2", "1200.00", second);
        assertThat(open()).isEqualTo(payable + " ISSUED");
        CreditMemo first = write(amount("100.00"));
        assertThat(first.rounding().isZero()).isTrue();
        CreditMemo last = write(all());
        assertThat(last.rounding()).isEqualTo(usd(rounding));
        assertThat(first.total().plus(last.total())).isEqualTo(usd(payable));
        assertThat(open()).isEqualTo("0.00 CREDITED");
        assertThat(house.<String>one(
                        "select data v from outbox where type like '%creditmemo.issued%' order by seq desc"))
                .contains("\"payableRoundingAmount\":{\"amount\":\"" + rounding + "\"");
        house.inTransaction(() -> voiding.handle(last.creditMemoId(), ERROR));
        house.inTransaction(() -> voiding.handle(first.creditMemoId(), ERROR));
        assertThat(open()).isEqualTo(payable + " ISSUED");
        assertThat(write(amount(payable)).total())
                .as("as the customer reads it")
                .isEqualTo(usd(payable));
        assertThat(open()).isEqualTo("0.00 CREDITED");
    }

    @Test
    void voided_the_invoice_owes_again_and_its_lines_can_be_credited_anew() {
        CreditMemo memo = write(all());
        assertThat(open()).isEqualTo("0.00 CREDITED");
        CreditMemo voided = house.inTransaction(() -> voiding.handle(memo.creditMemoId(), ERROR));
        assertThat(voided.state()).isEqualTo(CreditMemoState.VOID);
        assertThat(open()).isEqualTo("1840.25 ISSUED");
        assertThat(house.told()).containsExactly("creditmemo.issued", "creditmemo.voided");
        assertThatThrownBy(() -> house.inTransaction(() -> voiding.handle(memo.creditMemoId(), ERROR)))
                .isInstanceOf(IllegalMove.class);
        assertThat(write(all()).total()).isEqualTo(usd("1840.25"));
    }

    @Test
    void of_a_paid_invoice_it_becomes_customer_credit_and_used_credit_blocks_the_void() {
        pay("1840.25");
        CreditMemo memo = write(amount("541.25"));
        assertThat(memo.settled().toCustomerCredit()).isEqualTo(usd("541.25"));
        assertThat(open()).isEqualTo("0.00 PAID");
        assertThat(house.told()).endsWith("creditmemo.issued", "credit.granted");
        UUID second = invoice("O-2", "100.00", "100.00");
        house.database.update("update customer_credit set remaining_minor = remaining_minor");
        assertThat(house.<String>one("select open_minor v from invoice where invoice_id = ?", second))
                .isNotNull();
        house.inTransaction(() -> house.beans
                .get(io.counterfoil.billing.customercredit.CustomerCredits.class)
                .draw(
                        List.of(new io.counterfoil.billing.customercredit.CreditDemand(
                                second,
                                UUID.fromString(BillingHouse.CUSTOMER),
                                "US01",
                                io.counterfoil.billing.document.CreditKind.CUSTOMER_CREDIT,
                                usd("1.00"))),
                        java.time.LocalDate.parse("2026-01-01"),
                        house.clock.now()));
        assertThatThrownBy(() -> house.inTransaction(() -> voiding.handle(memo.creditMemoId(), ERROR)))
                .isInstanceOf(MemoInUse.class);
    }

    @Test
    void what_is_not_settled_at_the_issue_is_applied_later() {
        MemoRequest wanted = new MemoRequest(
                invoice, usd("100.00"), null, "GOODWILL", null, new SettlementRequest(usd("40.00"), null, null, null));
        CreditMemo memo = write(wanted);
        assertThat(memo.state()).isEqualTo(CreditMemoState.PARTIALLY_APPLIED);
        assertThat(memo.open()).isEqualTo(usd("60.00"));
        CreditMemo applied = house.inTransaction(
                () -> apply.handle(memo.creditMemoId(), new ApplicationRequest(Settled.Target.INVOICE, invoice, null)));
        assertThat(applied.state()).isEqualTo(CreditMemoState.APPLIED);
        assertThat(open()).isEqualTo("1740.25 ISSUED");
        assertThat(house.told()).containsExactly("creditmemo.issued", "creditmemo.applied");
    }

    @Test
    void above_the_limit_a_second_person_decides_and_until_then_nothing_is_issued() {
        house.database.update(
                "insert into policy_value values ('creditMemo.approvalLimit', 'LEGAL_ENTITY', 'US01', 1, '100', '2020-01-01', null, 'x', now())");
        CreditMemo draft = as("maker", () -> write.handle(amount("100.01")));
        assertThat(draft.state()).isEqualTo(CreditMemoState.DRAFT);
        assertThat(house.told()).isEmpty();
        assertThatThrownBy(() -> as("maker", () -> decide.handle(draft.creditMemoId(), true)))
                .isInstanceOf(SecondPersonRequired.class);
        CreditMemo issued = as("checker", () -> decide.handle(draft.creditMemoId(), true));
        assertThat(issued.number()).isEqualTo("US01-CM-000001");
        assertThat(issued.why().approvedBy()).isEqualTo("checker");
        assertThat(issued.policyVersions()).containsEntry("creditMemo.approvalLimit", "100@LEGAL_ENTITY/US01/1");
        CreditMemo other = as("maker", () -> write.handle(all()));
        as("checker", () -> decide.handle(other.creditMemoId(), false));
        assertThat(house.told()).containsExactly("creditmemo.issued", "creditmemo.discarded");
        assertThat(as("maker", () -> write.handle(amount("5.00"))).number()).isEqualTo("US01-CM-000002");
    }

    @Test
    void wrong_requests_are_refused_and_nothing_is_changed() {
        assertThatThrownBy(() -> write(amount("1840.26"))).isInstanceOf(CreditExceedsInvoice.class);
        assertThatThrownBy(() -> write(lines(new LineRequest(line(2), usd("500.01")))))
                .isInstanceOf(CreditExceedsInvoice.class);
        assertThatThrownBy(() -> write(lines(new LineRequest(line(2), usd("-1.00")))))
                .isInstanceOf(CreditExceedsInvoice.class);
        pay("1000.00");
        MemoRequest beyond = new MemoRequest(
                invoice, usd("900.00"), null, "GOODWILL", null, new SettlementRequest(usd("900.00"), null, null, null));
        assertThatThrownBy(() -> write(beyond)).isInstanceOf(CreditExceedsOpen.class);
        assertThatThrownBy(() -> write(new MemoRequest(invoice, Money.of("1", "JPY"), null, "GOODWILL", null, null)))
                .isInstanceOf(Invalid.class);
        assertThat(house.<String>one("select count(*) v from credit_memo")).isEqualTo("0");
        assertThat(house.<String>one("select count(*) v from line_reversal")).isEqualTo("0");
    }

    @Test
    void the_schema_refuses_memos_beyond_the_invoice_and_changed_ones() {
        CreditMemo memo = write(all());
        assertThatThrownBy(() -> house.database.update(
                        "update credit_memo set net_minor = net_minor - 1, tax_minor = tax_minor + 1"))
                .hasStackTraceContaining("immutable");
        assertThatThrownBy(() -> house.inTransaction(() -> house.database.update(
                        "update line_reversal set net_minor = net_minor + 1 where caused_by = ?", memo.creditMemoId())))
                .hasStackTraceContaining("beyond what is left");
    }

    private CreditMemo write(MemoRequest wanted) {
        return house.inTransaction(() -> write.handle(wanted));
    }

    private <T> T as(String person, Supplier<T> work) {
        return Correlation.within(
                new Correlation(EventIds.next().toString(), null, person), () -> house.inTransaction(work));
    }

    private MemoRequest all() {
        return new MemoRequest(invoice, null, null, "GOODWILL", null, null);
    }

    private MemoRequest amount(String gross) {
        return new MemoRequest(invoice, usd(gross), null, "GOODWILL", null, null);
    }

    private MemoRequest lines(LineRequest... lines) {
        return new MemoRequest(invoice, null, List.of(lines), "GOODWILL", null, null);
    }

    private UUID line(int number) {
        return UUID.fromString(house.one(
                "select line_id v from invoice_line where invoice_id = ? and line_number = ?", invoice, number));
    }

    private UUID invoice(String order, String year, String once) {
        Envelope accepted = BillingHouse.accepted(
                order,
                new Line("platform-annual", "1", year, "2026-01-01", "2027-01-01"),
                new Line("setup-once", "1", once, "2026-01-01", null));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(accepted));
        house.database.update("truncate outbox");
        return UUID.fromString(house.one("select invoice_id v from invoice where order_number = ?", order));
    }

    private void pay(String amount) {
        Payments payments = house.beans.get(Payments.class);
        Receipt receipt = new Receipt(
                "stripe", "pi_1", "evt_1", usd(amount), "US01-2026-000001", null, null, null, house.clock.now());
        house.inTransaction(() -> payments.record(receipt));
        house.database.update("truncate outbox");
    }

    private String open() {
        return house.database
                .query("select * from invoice where invoice_id = ?", invoice)
                .one(row -> row.money("open_minor", "currency").amount() + " " + row.text("state"))
                .orElseThrow();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
