package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invoice over nothing is nobody's wish; where one wants it, a policy says so. */
class OverNothingTest {
    private static final String METERED =
            """
            {"name": "Calls", "validFrom": "2000-01-01", "charges": [
             {"chargeId": "line", "name": "Line", "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
              "prices": [{"currency": "USD", "unitPrice": "50.00"}]},
             {"chargeId": "calls", "name": "Calls", "kind": "USAGE", "pricing": "PER_UNIT", "billingPeriod": "MONTH",
              "meterId": "calls", "prices": [{"currency": "USD", "unitPrice": "0.05"}]}]}
            """;
    private static final String FREE =
            """
            {"name": "Free", "validFrom": "2000-01-01", "charges": [{"chargeId": "free", "name": "Free", "kind": "RECURRING",
             "pricing": "FLAT", "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "0.00"}]}]}
            """;
    private final LifeHouse life = new LifeHouse("2026-03-11").publish("free", FREE);

    @Test
    void a_meter_that_counted_nothing_makes_no_invoice_when_its_subscription_is_suspended() {
        UUID subscription = metered();
        life.lines();
        life.at("2026-04-14");
        life.lines();
        life.house.inTransaction(() -> life.amendments().suspend(subscription, "overdue"));
        life.work();
        assertThat(life.lines()).isEmpty();
        assertThat(life.house.<String>one("select count(next_due) v from order_charge"))
                .as("it is rated all the same, and not again")
                .isEqualTo("0");
    }

    @Test
    void by_policy_it_is_an_invoice_all_the_same() {
        life.policy("invoice.overNothing", "LEGAL_ENTITY", "US01", "ISSUE");
        UUID subscription = metered();
        life.at("2026-04-14");
        life.house.inTransaction(() -> life.amendments().suspend(subscription, "overdue"));
        life.work();
        assertThat(life.lines()).endsWith("2026-04-14 USAGE 2026-04-11/2026-04-14 0.00");
    }

    /** KB-22: TestIntegrationInvoice#testIntegrationWithRecurringFreePlan (l. 313): 14 of 28 days of 29.95. */
    @Test
    void what_was_free_is_not_invoiced_and_what_it_becomes_is() {
        LifeHouse free = new LifeHouse("2017-01-01").plan("pistol", "MONTH").publish("free", FREE);
        UUID subscription = free.subscribe("free", null);
        assertThat(free.state(subscription)).isEqualTo("ACTIVE");
        free.at("2017-02-15");
        assertThat(free.lines()).isEmpty();
        free.change(subscription, ChangeKind.PLAN, Map.of("planId", "pistol", "unitPrice", "29.95"));
        assertThat(free.lines()).containsExactly("2017-02-15 RECURRING 2017-02-15/2017-03-01 14.98");
        assertThat(free.told()).containsExactly("subscription.activated", "subscription.amended");
    }

    private UUID metered() {
        life.house.database.update("insert into meter values ('calls', 'Calls', 'call', 'SUM', 1)");
        return life.publish("calls", METERED).subscribe("calls", null);
    }
}
