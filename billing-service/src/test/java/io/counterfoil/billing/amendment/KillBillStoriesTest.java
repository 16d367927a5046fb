package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** More of Kill Bill's published stories, with the money in them: subscribed, changed, paid, credited, voided, day by day. */
class KillBillStoriesTest {

    /** KB-05: TestIntegrationInvoiceWithRepairLogic#testSimplePartialRepairWithItemAdjustment (l. 152-156). */
    @Test
    void a_repair_never_exceeds_what_an_adjustment_left() {
        Desk desk = new Desk(new LifeHouse("2012-05-01").untaxed().plan("blowdart", "MONTH"));
        UUID shotgun = desk.life.subscribe("platform-monthly", "249.95");
        desk.pay(1, "249.95");
        desk.memo(1, "10.00");
        assertThat(desk.credit()).as("the adjustment").isEqualTo("10.00");
        desk.life.at("2012-05-02");
        desk.life.lines();
        desk.life.change(shotgun, ChangeKind.PLAN, Map.of("planId", "blowdart", "unitPrice", "9.95"));
        assertThat(desk.life.lines())
                .containsExactly(
                        "2012-05-02 REPAIR 2012-05-02/2012-06-01 -239.95",
                        "2012-05-02 RECURRING 2012-05-02/2012-06-01 9.63");
        assertThat(desk.credit()).as("230.32 from the change").isEqualTo("240.32");
    }

    /** KB-08: the same class, #testPartialRepairThroughBillingPeriodChange. */
    @Test
    void a_year_that_becomes_a_month_on_its_first_day_pays_the_months_that_follow() {
        Desk desk = new Desk(new LifeHouse("2012-05-01").untaxed());
        UUID shotgun = desk.life.subscribe("platform-annual", "2399.95");
        desk.pay(1, "2399.95");
        desk.life.change(shotgun, ChangeKind.PLAN, Map.of("planId", "platform-monthly", "unitPrice", "249.95"));
        assertThat(desk.credit()).isEqualTo("2150.00");
        desk.life.at("2012-07-01");
        assertThat(desk.life.lines())
                .containsExactly(
                        "2012-05-01 RECURRING 2012-05-01/2013-05-01 2399.95",
                        "2012-05-01 REPAIR 2012-05-01/2013-05-01 -2399.95",
                        "2012-05-01 RECURRING 2012-05-01/2012-06-01 249.95",
                        "2012-06-01 RECURRING 2012-06-01/2012-07-01 249.95",
                        "2012-07-01 RECURRING 2012-07-01/2012-08-01 249.95");
        assertThat(desk.credit()).isEqualTo("1650.10");
        assertThat(desk.open()).containsExactly("0.00", "0.00", "0.00", "0.00");
        assertThat(desk.life.house.told()).contains("credit.granted", "subscription.amended");
    }

    /** KB-11: the same class, #testPauseResumeAnnual (l. 284-299). */
    @Test
    void a_year_that_pauses_goes_on_at_its_anchor_with_the_credit_of_the_pause() {
        Desk desk = new Desk(new LifeHouse("2012-05-01").untaxed());
        UUID shotgun = desk.life.subscribe("platform-annual", "2399.95");
        desk.pay(1, "2399.95");
        desk.life.at("2012-05-12");
        desk.life.change(shotgun, ChangeKind.PAUSE, Map.of());
        assertThat(desk.credit()).isEqualTo("2327.62");
        desk.life.at("2012-06-04");
        desk.life.change(shotgun, ChangeKind.RESUME, Map.of());
        assertThat(desk.credit()).isEqualTo("0.00");
        desk.life.at("2013-06-01");
        assertThat(desk.life.lines())
                .containsExactly(
                        "2012-05-01 RECURRING 2012-05-01/2013-05-01 2399.95",
                        "2012-05-12 REPAIR 2012-05-12/2013-05-01 -2327.62",
                        "2012-06-04 RECURRING 2012-06-04/2013-06-01 2380.22",
                        "2013-06-01 RECURRING 2013-06-01/2014-06-01 2399.95");
        assertThat(desk.open()).containsExactly("0.00", "0.00", "52.60", "2399.95");
    }

    /** KB-13: the same class, #testChangeAnnualToAnnual (l. 435): a leap period counts 366 days. */
    @Test
    void a_year_becomes_another_year_in_its_middle() {
        Desk desk = new Desk(new LifeHouse("2015-01-01").untaxed().plan("rifle-annual", "YEAR"));
        desk.life.policy("billing.alignment", "LEGAL_ENTITY", "US01", "ACCOUNT");
        UUID shotgun = desk.life.subscribe("platform-annual", "2399.95", Map.of("billingDay", 1));
        desk.pay(1, "2399.95");
        desk.life.at("2015-03-15");
        desk.life.change(shotgun, ChangeKind.PLAN, Map.of("planId", "rifle-annual", "unitPrice", "5999.95"));
        desk.life.at("2016-03-01");
        assertThat(desk.life.lines())
                .containsExactly(
                        "2015-01-01 RECURRING 2015-01-01/2016-01-01 2399.95",
                        "2015-03-15 REPAIR 2015-03-15/2016-01-01 -1919.96",
                        "2015-03-15 RECURRING 2015-03-15/2016-03-01 5770.44",
                        "2016-03-01 RECURRING 2016-03-01/2017-03-01 5999.95");
    }

    /** KB-21: TestIntegrationVoidInvoice#testVoidRepairedInvoice. */
    @Test
    void what_is_voided_after_its_repair_is_billed_anew_for_the_days_that_were_served() {
        Desk desk = new Desk(new LifeHouse("2013-06-15").untaxed());
        desk.grant("20.00");
        UUID subscription = desk.life.subscribe("platform-monthly", "19.95");
        assertThat(desk.credit()).isEqualTo("0.05");
        desk.life.at("2013-07-01");
        desk.life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "enough"));
        assertThat(desk.credit()).isEqualTo("9.36");
        assertThatThrownBy(() -> desk.voided(1))
                .as("a later invoice repairs it")
                .isInstanceOf(Refusal.class);
        desk.voided(2);
        desk.voided(1);
        desk.life.work();
        assertThat(desk.life.lines()).endsWith("2013-07-01 RECURRING 2013-06-15/2013-07-01 10.64");
        assertThat(desk.credit()).isEqualTo("9.36");
        assertThat(desk.life.house.told()).contains("invoice.voided");
    }

    /** KB-21, beside it: what cash has paid is not voided. */
    @Test
    void what_was_paid_is_not_voided() {
        Desk desk = new Desk(new LifeHouse("2013-06-15").untaxed());
        desk.life.subscribe("platform-monthly", "19.95");
        desk.pay(1, "19.95");
        assertThatThrownBy(() -> desk.voided(1)).isInstanceOf(Refusal.class);
    }

    /** KB-23: TestIntegrationInvoice#testWithUserCreditDeletion (l. 111). */
    @Test
    void granted_credit_pays_what_is_open_and_what_comes() {
        Desk desk = new Desk(new LifeHouse("2012-05-01").untaxed());
        desk.life.subscribe("platform-monthly", "249.95");
        desk.grant("1000.00");
        desk.life.at("2012-06-01");
        assertThat(desk.balance()).isEqualTo("-500.10");
        assertThat(desk.open()).containsExactly("0.00", "0.00");
    }

    /** KB-26: TestInvoicePayment#testPartialPaymentByPaymentPlugin...ChargebackReversal. */
    @Test
    void a_part_is_paid_charged_back_and_won() {
        Desk desk = new Desk(new LifeHouse("2012-05-01").untaxed());
        desk.life.subscribe("platform-monthly", "249.95");
        UUID payment = desk.pay(1, "10.00");
        assertThat(desk.open()).containsExactly("239.95");
        UUID dispute = desk.chargedBack(payment);
        assertThat(desk.open()).containsExactly("249.95");
        desk.life.call("dispute.EndChargeback", dispute, true);
        assertThat(desk.open()).containsExactly("239.95");
        assertThat(desk.life.house.told()).contains("payment.settled", "payment.disputed", "dispute.won");
    }

    /** KB-27: the same class, #testPartialRefunds. */
    @Test
    void only_a_refund_without_adjustment_opens_the_receivable() {
        Desk desk = new Desk(new LifeHouse("2012-05-01").untaxed());
        desk.life.subscribe("platform-monthly", "249.95");
        UUID payment = desk.pay(1, "249.95");
        desk.refund(payment, "10.00", "REOPEN_RECEIVABLE");
        assertThat(desk.open()).containsExactly("10.00");
        desk.refund(payment, "1.00", "REVERSE_REVENUE");
        desk.refund(payment, "10.00", "REVERSE_REVENUE");
        assertThat(desk.open()).containsExactly("10.00");
        assertThat(desk.life.house.<String>one("select refunded_minor v from payment"))
                .isEqualTo("2100");
    }

    /** KB-29: TestWithTaxItems#testBasicTaxItems: 29.95 + 2.95, tax 1.00. */
    @Test
    void two_charges_and_their_tax_are_one_total_and_credit_pays_it() {
        Desk desk = new Desk(
                new LifeHouse("2012-05-01")
                        .publish(
                                "pistol-and-bullets",
                                """
                        {"name": "Pistol", "validFrom": "2000-01-01", "charges": [
                         {"chargeId": "pistol", "name": "Pistol", "kind": "RECURRING", "pricing": "FLAT",
                          "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "29.95"}]},
                         {"chargeId": "bullets", "name": "Bullets", "kind": "ONE_TIME", "pricing": "FLAT",
                          "prices": [{"currency": "USD", "unitPrice": "2.95"}]}]}
                        """));
        desk.life.house.database.update("update tax_rate set rate = 0.0304");
        desk.grant("100.00");
        desk.life.subscribe("pistol-and-bullets", null);
        assertThat(desk.credit()).as("100.00 less 33.90").isEqualTo("66.10");
    }

    /** KB-29: TestWithTaxItems#testTaxRateStartAndEndDate: 1.00 for 17 days of the old rate, 10.00 for 14 of the new one. */
    @Test
    void a_period_over_two_rates_is_taxed_by_each_and_credit_pays_it() {
        Desk desk = new Desk(new LifeHouse("2017-12-15")
                .plan("pistol", "MONTH")
                .policy("tax.rateChange", "LEGAL_ENTITY", "US01", "SPLIT_PERIOD"));
        desk.life.house.database.update(
                "update tax_rate set rate = 0.0609, valid_to = '2018-01-01' where jurisdiction = 'US-CA'");
        desk.life.house.database.update(
                "insert into tax_rate values ('US-CA', 'S', 2, 0.7391, '2018-01-01', null, null, null, now())");
        desk.grant("100.00");
        desk.life.subscribe("pistol", "29.95");
        assertThat(desk.credit()).as("100.00 less 40.95").isEqualTo("59.05");
    }

    /** The money of a customer, as finance asks for it. */
    private record Desk(LifeHouse life) {

        UUID pay(int invoice, String amount) {
            life.ask(
                    "payment.RecordManualPayment",
                    "payment.PaymentJson$ManualPayment",
                    Map.of(
                            "legalEntityId",
                            "US01",
                            "amount",
                            usd(amount),
                            "channel",
                            "bank",
                            "reference",
                            "transfer " + invoice,
                            "invoiceNumber",
                            number(invoice)));
            return UUID.fromString(
                    life.house.one("select payment_id::text v from payment order by payment_id desc limit 1"));
        }

        void memo(int invoice, String amount) {
            life.house.database.update(
                    "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{year}-{number:6}', 1, 1)");
            life.ask(
                    "creditmemo.WriteCreditMemo",
                    "creditmemo.CreditMemoJson$MemoRequest",
                    Map.of("invoiceId", id(invoice), "amount", usd(amount), "reasonCode", "GOODWILL"));
        }

        void grant(String amount) {
            life.ask(
                    "creditgrant.GrantCredit",
                    "creditgrant.CreditJson$CreditRequest",
                    Map.of(
                            "customerId",
                            io.counterfoil.billing.BillingHouse.CUSTOMER,
                            "legalEntityId",
                            "US01",
                            "amount",
                            usd(amount),
                            "reasonCode",
                            "GOODWILL"));
        }

        void voided(int invoice) {
            life.ask(
                    "voiding.VoidInvoice",
                    UUID.fromString(id(invoice)),
                    "voiding.VoidingRequest",
                    Map.of("reasonCode", "WRONG"));
        }

        UUID chargedBack(UUID payment) {
            life.ask(
                    "dispute.RecordChargeback",
                    "dispute.ChargebackJson$ChargebackRequest",
                    Map.of("paymentId", payment, "reference", "dp-1", "reasonCode", "FRAUD"));
            return UUID.fromString(life.house.one("select dispute_id::text v from chargeback"));
        }

        void refund(UUID payment, String amount, String mode) {
            life.ask(
                    "refund.RequestRefund",
                    "refund.RefundJson$RefundRequest",
                    Map.of(
                            "paymentId",
                            payment,
                            "amount",
                            usd(amount),
                            "mode",
                            mode,
                            "channel",
                            "bank",
                            "reasonCode",
                            "GOODWILL"));
            UUID refund = UUID.fromString(
                    life.house.one("select refund_id::text v from refund order by refund_id desc limit 1"));
            life.ask(
                    "refund.ConfirmRefund",
                    refund,
                    "refund.RefundJson$PaidByHand",
                    Map.of("reference", "bank " + refund));
        }

        String credit() {
            return decimal("select coalesce(sum(remaining_minor), 0) v from customer_credit");
        }

        String balance() {
            return decimal(
                    """
                    select (select coalesce(sum(open_minor), 0) from invoice where state <> 'VOID')
                         - (select coalesce(sum(remaining_minor), 0) from customer_credit) v
                    """);
        }

        List<String> open() {
            return life.house
                    .database
                    .query("select open_minor, currency from invoice order by invoice_number")
                    .list(row -> row.money("open_minor", "currency").amount());
        }

        private String decimal(String query) {
            return io.counterfoil.common.money.Money.ofMinor(Long.parseLong(life.house.one(query)), "USD")
                    .amount();
        }

        private String id(int invoice) {
            return life.house.one("select invoice_id::text v from invoice where invoice_number = ?", number(invoice));
        }

        private String number(int invoice) {
            return life.house.one(
                    "select invoice_number v from invoice order by invoice_number limit 1 offset ?", invoice - 1);
        }

        private static Map<String, Object> usd(String amount) {
            return Map.of("amount", amount, "currency", "USD");
        }
    }
}
