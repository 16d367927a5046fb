package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.voiding.VoidingRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where prices include the tax, what is taken back is a part of the price, and never more than was paid. */
class InclusivePricesTest {
    private final LifeHouse life = new LifeHouse("2026-06-01");

    @BeforeEach
    void prices_include_nineteen_percent() {
        life.house.database.update("update tax_rate set rate = 0.19, inclusive = true");
        life.house.database.update(
                "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:3}', 1, 1)");
    }

    @Test
    void all_of_a_price_is_taken_back_on_its_first_day() {
        UUID month = life.subscribe("platform-monthly", "2.99");
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "moved"));
        assertThat(taxed()).containsExactly("RECURRING 2.51 + 0.48", "REPAIR -2.51 + -0.48");
        assertThat(left()).isZero();
    }

    /** 11.90 a month: half of it is 5.95, of which 5.00 are net; ten days of 23.80 a month are 7.93, of which 6.66. */
    @Test
    void half_of_a_price_is_half_of_its_net_and_of_its_tax() {
        UUID month = life.subscribe("platform-monthly", "11.90");
        life.at("2026-06-16");
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "23.80"));
        assertThat(taxed()).containsExactly("RECURRING 10.00 + 1.90", "REPAIR -5.00 + -0.95", "RECURRING 10.00 + 1.90");
        life.at("2026-06-21");
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "moved"));
        assertThat(taxed()).endsWith("REPAIR -6.66 + -1.27");
    }

    @Test
    void many_changes_never_take_back_more_than_was_billed() {
        UUID month = life.subscribe("platform-monthly", "0.97", Map.of("quantity", "7"));
        for (int day = 2; day < 30; day += 3) {
            life.at("2026-06-%02d".formatted(day));
            life.change(month, ChangeKind.QUANTITY, Map.of("quantity", String.valueOf(day % 5 + 1)));
        }
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "moved", "effectiveDate", "2026-06-01"));
        assertThat(left()).isZero();
    }

    @Test
    void a_memo_takes_back_the_same() {
        life.policy("credit.mode", "LEGAL_ENTITY", "US01", "CREDIT_MEMO");
        UUID month = life.subscribe("platform-monthly", "11.90");
        life.at("2026-06-16");
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(memos()).containsExactly("500 95");
    }

    /** Half of 119.00, which had 19.00 of tax in it, is 59.50, though the customer pays no tax any more. */
    @Test
    void a_memo_takes_back_the_tax_of_its_invoice_when_the_customer_is_exempt_since() {
        life.policy("credit.mode", "LEGAL_ENTITY", "US01", "CREDIT_MEMO");
        UUID month = life.subscribe("platform-monthly", "119.00");
        life.at("2026-06-16");
        exempt();
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(memos()).containsExactly("5000 950");
    }

    @Test
    void a_memo_takes_back_all_of_a_price_with_its_tax_when_the_customer_is_exempt_since() {
        life.policy("credit.mode", "LEGAL_ENTITY", "US01", "CREDIT_MEMO");
        UUID month = life.subscribe("platform-monthly", "119.00");
        exempt();
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "moved"));
        assertThat(memos()).containsExactly("10000 1900");
    }

    @Test
    void a_memo_adds_the_tax_to_a_price_without_it_when_prices_include_it_since() {
        life.policy("credit.mode", "LEGAL_ENTITY", "US01", "CREDIT_MEMO");
        life.house.database.update("update tax_rate set inclusive = false");
        UUID month = life.subscribe("platform-monthly", "100.00");
        life.house.database.update("update tax_rate set inclusive = true");
        life.at("2026-06-16");
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(memos()).containsExactly("5000 950");
    }

    @Test
    void what_came_off_comes_back_with_the_part_of_the_price() {
        life.publish(
                "sale",
                """
                {"name": "Sale", "validFrom": "2000-01-01",
                 "discounts": [{"discountId": "tenth", "name": "A tenth", "percentage": "10"}], "charges": [
                 {"chargeId": "monthly", "name": "Monthly", "kind": "RECURRING", "pricing": "FLAT",
                  "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "119.00"}]}]}
                """);
        UUID month = life.subscribe("sale", null);
        life.at("2026-06-16");
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "moved"));
        assertThat(taxed())
                .containsExactly(
                        "RECURRING 100.00 + 19.00",
                        "DISCOUNT -10.00 + -1.90",
                        "REPAIR -50.00 + -9.50",
                        "DISCOUNT 5.00 + 0.95");
    }

    @Test
    void what_is_voided_is_billed_again_at_its_price() {
        UUID month = life.subscribe("platform-monthly", "11.90");
        life.at("2026-07-01");
        UUID first = UUID.fromString(
                life.house.one("select invoice_id::text v from invoice order by invoice_number limit 1"));
        life.call("voiding.VoidInvoice", first, new VoidingRequest("WRONG", null));
        life.at("2026-08-01");
        assertThat(taxed()).hasSize(4).allMatch("RECURRING 10.00 + 1.90"::equals);
        assertThat(life.state(month)).isEqualTo("ACTIVE");
    }

    private void exempt() {
        life.house.database.update(
                "insert into tax_exemption values ('CUSTOMER', ?, 'US-CA', 1, 'VATEX-EU-132', 'Public body', 'CA-77', '2000-01-01', null, now())",
                BillingHouse.CUSTOMER);
    }

    /** Net and tax of all memos, in cents. */
    private List<String> memos() {
        return life.house
                .database
                .query("select net_minor || ' ' || tax_minor t from credit_memo")
                .list(row -> row.text("t"));
    }

    /** Net and tax of all lines, in their order. */
    private List<String> taxed() {
        return life.house
                .database
                .query(
                        """
                        select l.type || ' ' || round(l.net_minor / 100.0, 2) || ' + ' || round(l.tax_minor / 100.0, 2) t
                          from invoice_line l join invoice i using (invoice_id) order by i.invoice_number, l.line_number
                        """)
                .list(row -> row.text("t"));
    }

    /** What all invoices come to together, in cents. */
    private long left() {
        return Long.parseLong(life.house.one("select sum(net_minor + tax_minor)::text v from invoice_line"));
    }
}
