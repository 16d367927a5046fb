package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.time.DueWork;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A day begins where the customer lives; the invoice is dated where its seller is: in Los Angeles. */
class CustomersDayTest {
    private final LifeHouse life = new LifeHouse("2026-01-31").untaxed().plan("gold", "MONTH");

    @Test
    void ahead_of_its_seller_a_customer_is_billed_when_its_own_day_begins() {
        at("2026-01-31T16:00:00Z");
        UUID tokyo = life.subscribe("platform-monthly", "31.00", Map.of("timeZone", "Asia/Tokyo"));
        assertThat(life.lines())
                .as("it is 1 February in Tokyo, and still January in Los Angeles")
                .containsExactly("2026-01-31 RECURRING 2026-02-01/2026-03-01 31.00");
        assertThat(life.house.<DueWork>bean("billingrun.BillingRun").nextDue())
                .hasToString("Optional[2026-02-28T15:00:00Z]");
        at("2026-02-28T14:59:59Z");
        life.work();
        assertThat(life.lines()).isEmpty();
        at("2026-02-28T15:00:00Z");
        life.work();
        assertThat(life.lines()).containsExactly("2026-02-28 RECURRING 2026-03-01/2026-04-01 31.00");
        at("2026-03-10T15:30:00Z");
        life.change(tokyo, ChangeKind.PLAN, Map.of("planId", "gold", "unitPrice", "62.00"));
        assertThat(life.lines())
                .as("from 11 March on in Tokyo")
                .containsExactly(
                        "2026-03-10 REPAIR 2026-03-11/2026-04-01 -21.00",
                        "2026-03-10 RECURRING 2026-03-11/2026-04-01 42.00");
    }

    @Test
    void behind_its_seller_a_customer_is_not_billed_before_its_own_day_begins() {
        at("2026-02-01T18:00:00Z");
        life.subscribe("platform-monthly", "31.00", Map.of("timeZone", "Pacific/Honolulu"));
        life.lines();
        at("2026-03-01T09:59:59Z");
        life.work();
        assertThat(life.lines())
                .as("1 March in Los Angeles, February in Honolulu")
                .isEmpty();
        at("2026-03-01T10:00:00Z");
        life.work();
        assertThat(life.lines()).containsExactly("2026-03-01 RECURRING 2026-03-01/2026-04-01 31.00");
    }

    @Test
    void without_one_of_its_own_the_days_are_those_of_the_seller() {
        at("2026-01-31T16:00:00Z");
        life.subscribe("platform-monthly", "31.00");
        assertThat(life.lines()).containsExactly("2026-01-31 RECURRING 2026-01-31/2026-02-28 31.00");
    }

    @Test
    void what_is_no_time_zone_is_refused() {
        assertThatThrownBy(() -> life.subscribe("platform-monthly", "31.00", Map.of("timeZone", "Moon/Crater")))
                .isInstanceOf(Invalid.class);
    }

    private void at(String instant) {
        life.house.clockAt(instant);
    }
}
