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
}
