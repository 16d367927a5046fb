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
    void its_state_turns_when_its_own_day_begins() {
        at("2026-01-31T18:00:00Z");
        UUID subscription = life.subscribe(
                "platform-monthly", "31.00", Map.of("timeZone", "Pacific/Honolulu", "termMonths", 1, "trialDays", 0));
        life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "moved", "effectiveDate", "2026-02-14"));
        assertThat(life.house.<DueWork>bean("amendment.LifeTimer").nextDue())
                .hasToString("Optional[2026-02-14T10:00:00Z]");
        at("2026-02-14T09:59:59Z");
        life.work();
        assertThat(life.state(subscription)).as("the 14th in Los Angeles alone").isEqualTo("ACTIVE");
        at("2026-02-14T10:00:00Z");
        life.work();
        assertThat(life.state(subscription)).isEqualTo("CANCELLED");
    }

    @Test
    void its_term_ends_and_its_trial_begins_on_days_of_its_own() {
        at("2026-01-31T18:00:00Z");
        UUID month =
                life.subscribe("platform-monthly", "31.00", Map.of("timeZone", "Pacific/Honolulu", "termMonths", 1));
        UUID trial = life.subscribe(
                "platform-monthly",
                "31.00",
                Map.of("timeZone", "Asia/Tokyo", "startDate", "2026-02-10", "trialDays", 5));
        at("2026-02-09T14:59:59Z");
        life.work();
        assertThat(life.state(trial)).isEqualTo("PENDING");
        at("2026-02-09T15:00:00Z");
        life.work();
        assertThat(life.state(trial)).as("the 10th in Tokyo").isEqualTo("TRIAL");
        at("2026-02-28T09:59:59Z");
        life.work();
        assertThat(life.state(month)).isEqualTo("ACTIVE");
        assertThat(life.house.<DueWork>bean("billingrun.BillingRun").nextDue())
                .hasToString("Optional[2026-02-28T10:00:00Z]");
        at("2026-02-28T10:00:00Z");
        life.work();
        assertThat(life.state(month)).isEqualTo("EXPIRED");
    }

    @Test
    void what_waits_for_its_day_waits_for_that_of_its_customer() {
        at("2026-01-31T18:00:00Z");
        UUID subscription =
                life.subscribe("platform-annual", "365.00", Map.of("timeZone", "Pacific/Honolulu", "termMonths", 12));
        life.lines();
        life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "moved", "effectiveDate", "2026-02-10"));
        at("2026-02-10T09:59:59Z");
        life.work();
        assertThat(life.lines()).isEmpty();
        at("2026-02-10T10:00:00Z");
        life.work();
        assertThat(life.lines()).singleElement().asString().startsWith("2026-02-10 REPAIR 2026-02-10/");
    }

    @Test
    void an_order_takes_the_time_zone_of_its_customers_profile() {
        life.house.database.update(
                "insert into billing_profile values (?::uuid, ?::uuid, null, 1, 'Asia/Tokyo')",
                io.counterfoil.billing.BillingHouse.CUSTOMER,
                io.counterfoil.billing.BillingHouse.CUSTOMER);
        at("2026-01-31T16:00:00Z");
        var order = io.counterfoil.billing.BillingHouse.accepted(
                "O-1",
                new io.counterfoil.billing.BillingHouse.Line("platform-monthly", "1", "31.00", "2026-02-01", null));
        io.counterfoil.common.event.EventHandler orders = life.house.bean("billingrun.BillAcceptedOrders");
        life.house.inTransaction(() -> orders.handle(order));
        assertThat(life.lines())
                .as("it is 1 February in Tokyo")
                .containsExactly("2026-01-31 RECURRING 2026-02-01/2026-03-01 31.00");
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
