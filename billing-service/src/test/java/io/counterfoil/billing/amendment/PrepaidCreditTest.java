package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Credit that is paid for before it is used: sold by a plan, used up by later invoices, over when its time is. */
class PrepaidCreditTest {
    private static final String PREPAID =
            """
            {"name": "Prepaid", "validFrom": "2000-01-01", "charges": [
             {"chargeId": "top-up", "name": "Top-up", "kind": "ONE_TIME", "pricing": "PER_UNIT",
              "prices": [{"currency": "USD", "unitPrice": "90.00"}],
              "grantedCredit": [{"amount": "100.00", "currency": "USD"}], "creditLasts": "P3M"},
             {"chargeId": "seat", "name": "Seat", "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
              "timing": "IN_ARREARS", "prices": [{"currency": "USD", "unitPrice": "40.00"}]}]}
            """;
    private static final String MONTHLY =
            """
            {"name": "Drawdown", "validFrom": "2000-01-01", "charges": [
             {"chargeId": "wallet", "name": "Wallet", "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
              "prices": [{"currency": "USD", "unitPrice": "30.00"}],
              "grantedCredit": [{"amount": "30.00", "currency": "USD"}]}]}
            """;
    private final LifeHouse life = new LifeHouse("2026-01-01").publish("prepaid", PREPAID);

    @Test
    void what_is_paid_for_becomes_credit_and_what_is_given_beyond_it_a_present() {
        UUID subscription = life.subscribe("prepaid", null);
        assertThat(life.lines()).containsExactly("2026-01-01 PREPAID - 90.00");
        assertThat(life.house.<String>one("select net_minor || ' ' || tax_minor v from invoice"))
                .as("nothing is supplied yet, so nothing is taxed")
                .isEqualTo("9000 0");
        assertThat(credits())
                .containsExactly(
                        "CUSTOMER_CREDIT GRANT 10.00 left 10.00 until 2026-04-01",
                        "PREPAID PREPAID_PURCHASE 90.00 left 90.00 until 2026-04-01");
        life.at("2026-02-01");
        assertThat(life.lines()).containsExactly("2026-02-01 RECURRING 2026-01-01/2026-02-01 40.00");
        assertThat(invoiceOf("2026-02-01"))
                .as("43.30 with tax, 10.00 of it by the present")
                .isEqualTo("prepaid 3330 open 0");
        life.at("2026-03-01");
        assertThat(invoiceOf("2026-03-01")).isEqualTo("prepaid 4330 open 0");
        life.at("2026-04-01");
        assertThat(invoiceOf("2026-04-01"))
                .as("what was left ends before the day on which it can't be used any more")
                .isEqualTo("prepaid 0 open 4330");
        assertThat(life.house.told()).contains("credit.granted");
        assertThat(life.state(subscription)).isEqualTo("ACTIVE");
    }

    @Test
    void more_of_it_is_bought_later_and_is_not_paid_by_what_was_bought_before() {
        life.publish("more", PREPAID.replaceFirst("(?s),\\s*\\{\"chargeId\": \"seat\".*", "]}"));
        UUID subscription = life.subscribe("prepaid", null);
        life.at("2026-01-10");
        life.change(subscription, ChangeKind.ADD_ON, Map.of("planId", "more", "quantity", "2"));
        assertThat(life.lines()).containsExactly("2026-01-01 PREPAID - 90.00", "2026-01-10 PREPAID - 180.00");
        assertThat(invoiceOf("2026-01-10")).isEqualTo("prepaid 0 open 17000");
    }

    @Test
    void what_is_bought_again_each_month_stays_the_customers_when_it_cancels() {
        life.publish("wallet", MONTHLY);
        UUID subscription = life.subscribe("wallet", null);
        life.at("2026-02-01");
        life.at("2026-02-10");
        assertThat(life.lines())
                .containsExactly(
                        "2026-01-01 PREPAID 2026-01-01/2026-02-01 30.00",
                        "2026-02-01 PREPAID 2026-02-01/2026-03-01 30.00");
        life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "enough"));
        life.at("2026-06-01");
        assertThat(life.lines()).isEmpty();
        assertThat(credits()).hasSize(2).allMatch(credit -> credit.endsWith("30.00 left 30.00 until null"));
    }

    private List<String> credits() {
        return life.house
                .database
                .query("select * from customer_credit order by kind, effective_at")
                .list(row -> row.text("kind") + " " + row.text("origin") + " "
                        + row.money("amount_minor", "currency").amount() + " left "
                        + row.money("remaining_minor", "currency").amount() + " until " + row.text("expires_on"));
    }

    private String invoiceOf(String day) {
        return life.house.one(
                "select 'prepaid ' || prepaid_minor || ' open ' || open_minor v from invoice where issue_date = ?::date",
                day);
    }
}
