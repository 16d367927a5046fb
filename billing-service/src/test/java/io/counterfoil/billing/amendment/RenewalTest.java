package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenewalTest {

    @Test
    void what_was_upgraded_is_renewed_at_its_new_price_with_the_uplift() {
        LifeHouse life = new LifeHouse("2027-03-01").plan("business", "MONTH");
        UUID subscription = life.subscribe("platform-monthly", "310.00", Map.of("endDate", "2027-05-01"));
        life.at("2027-03-11");
        life.change(subscription, ChangeKind.PLAN, Map.of("planId", "business", "unitPrice", "620.00"));
        life.at("2027-04-25");
        life.lines();
        life.change(subscription, ChangeKind.RENEW, Map.of("termMonths", 12, "upliftPercent", "5"));
        life.at("2027-05-02");
        assertThat(life.lines()).containsExactly("2027-05-01 RECURRING 2027-05-01/2027-06-01 651.00");
        assertThat(life.state(subscription)).isEqualTo("ACTIVE");
    }

    /** What dunning suspended is renewed too, and charged from the payment on. */
    @Test
    void what_is_renewed_while_it_is_suspended_is_charged_at_the_new_price_when_it_goes_on() {
        LifeHouse life = new LifeHouse("2027-03-01")
                .publish("team", listed("team", "310.00"))
                .publish("grown", listed("grown", "620.00"));
        UUID subscription = life.subscribe("team", null, Map.of("endDate", "2027-05-01"));
        life.at("2027-03-11");
        life.change(subscription, ChangeKind.PLAN, Map.of("planId", "grown"));
        life.at("2027-04-25");
        life.house.inTransaction(() -> life.amendments().suspend(subscription, "overdue"));
        life.lines();
        life.change(subscription, ChangeKind.RENEW, Map.of("termMonths", 12, "upliftPercent", "5"));
        life.at("2027-05-02");
        assertThat(life.lines()).as("nothing is charged while it is blocked").isEmpty();
        assertThat(life.state(subscription)).isEqualTo("SUSPENDED");
        life.house.inTransaction(() -> life.amendments().reinstate(subscription, "paid"));
        assertThat(life.lines())
                .containsExactly(
                        "2027-05-02 REPAIR 2027-04-25/2027-05-01 -124.00",
                        "2027-05-02 RECURRING 2027-05-02/2027-06-01 630.00");
    }

    private static String listed(String name, String price) {
        return """
                {"name": "%s", "validFrom": "2020-01-01", "charges": [{"chargeId": "%s", "name": "%s", "kind": "RECURRING",
                 "pricing": "FLAT", "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "%s"}]}]}
                """
                .formatted(name, name, name, price);
    }
}
