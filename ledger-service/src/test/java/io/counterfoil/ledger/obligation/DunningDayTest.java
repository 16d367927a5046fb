package io.counterfoil.ledger.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.Retold;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.OrderFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The subscriptions of many customers rest, go on or end on one day: what that costs does not grow with how many they are. */
class DunningDayTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final int MANY = 40;

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void a_day_of_many_takes_as_many_statements_as_one_of_a_few() {
        List<Customer> few = customers(2);
        List<Customer> many = customers(MANY);
        few.forEach(each -> ledger.take(each.moved("resumed", "2026-01-02")));

        long forFew = statements(
                few.stream().map(each -> each.moved("suspended", "2026-02-01")).toList());
        long forMany = statements(
                many.stream().map(each -> each.moved("suspended", "2026-02-01")).toList());

        assertThat(forMany)
                .as("statements of a set of %s, beside those of a set of 2: %s", MANY, forFew)
                .isLessThanOrEqualTo(forFew + 4);
        ledger.moveTo("2026-04-01T00:00:00Z");
        assertThat(ledger.balances("2026-01").get("Subscription revenue")).isEqualTo(money(31 * (MANY + 2)));
        assertThat(ledger.balances("2026-02")).doesNotContainKey("Subscription revenue");
    }

    /** They rest, and go on in March: in one batch, in which each promise has two acts. */
    @Test
    void one_that_rests_and_goes_on_in_the_same_batch_has_both_in_their_order() {
        List<Customer> customers = customers(5);
        List<Envelope> batch = new ArrayList<>();
        customers.forEach(each -> batch.add(each.moved("suspended", "2026-02-01")));
        customers.forEach(each -> batch.add(each.moved("resumed", "2026-03-15")));
        batch.add(customers.get(0).moved("cancelled", "2026-03-20"));

        ledger.take(batch);

        ledger.moveTo("2026-04-01T00:00:00Z");
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ledger.balances("2026-02")).doesNotContainKey("Subscription revenue");
        assertThat(ledger.balances("2026-03").get("Subscription revenue")).isEqualTo(money(59 * 5));
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** A credit of 20 that waits for the next invoice is taken back as their end comes: by sets as by one. */
    @Test
    void what_waits_for_its_invoice_is_kept_and_dropped_in_sets() {
        List<Customer> customers = customers(MANY);
        long telling = statements(customers.stream()
                .map(each -> each.withWaiting(each.moved("suspended", "2026-01-02")))
                .toList());
        ledger.moveTo("2026-02-01T00:00:00Z");
        long dropping = statements(customers.stream()
                .map(each -> each.moved("cancelled", "2026-02-01"))
                .toList());

        assertThat(telling).isLessThan(MANY);
        assertThat(dropping).isLessThan(MANY + MANY / 2);
        ledger.moveTo("2026-04-01T00:00:00Z");
        assertThat(ledger.balances(null).get("Subscription revenue")).isEqualTo(money(90 * MANY));
        assertThat(ledger.database()
                        .query("select count(*) as n from pending_line where dropped_on is not null")
                        .one(row -> row.longValue("n")))
                .contains((long) MANY);
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    private long statements(List<Envelope> batch) {
        long before = ledger.postgres().transactions().statements();
        ledger.take(batch);
        assertThat(ledger.openExceptions()).isEmpty();
        return ledger.postgres().transactions().statements() - before;
    }

    private static Money money(long units) {
        return Money.ofMinor(units * 100, "USD");
    }

    private List<Customer> customers(int count) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Customer customer = new Customer();
            customer.sign();
            customers.add(customer);
        }
        return customers;
    }

    /** One with a quarter for 90, invoiced on its first day. */
    private final class Customer {
        private final BillingFacts billing = new BillingFacts("US01", "USD");
        private final UUID subscription = EventIds.next();
        private final String promise = "obligation-" + EventIds.next();

        private void sign() {
            ledger.take(
                    own(new OrderFacts(billing, "USD")
                            .promise("PLATFORM", "OVER_TIME_DAILY", "90.00", "90.00")
                            .signed()),
                    own(billing.invoice(JAN_1)
                            .overTime("90.00", "2026-01-01", "2026-04-01")
                            .issued()));
        }

        private Envelope moved(String what, String day) {
            ObjectNode data = JsonNodeFactory.instance
                    .objectNode()
                    .put("subscriptionId", subscription.toString())
                    .put("subscriptionNumber", "S-000001")
                    .put("contractId", billing.contractId().toString())
                    .put("cause", "DUNNING")
                    .put("reason", "not paid")
                    .put("effectiveDate", day);
            data.putArray("performanceObligationIds").add(promise);
            return billing.told("subscription." + what, subscription, LocalDate.parse(day), data);
        }

        private Envelope withWaiting(Envelope of) {
            ObjectNode data = of.dataAs(ObjectNode.class);
            ObjectNode line = data.putArray("pendingLines").addObject();
            line.put("itemId", EventIds.next().toString())
                    .put("productId", "PLATFORM")
                    .put("revenueTreatment", "OVER_TIME_DAILY");
            line.set("netAmount", billing.wire("-20.00"));
            line.putObject("servicePeriod").put("start", "2026-01-02").put("end", "2026-04-01");
            return Retold.with(of, data.toString());
        }

        private Envelope own(Envelope of) {
            return Retold.with(
                    of, new String(of.data(), StandardCharsets.UTF_8).replace("obligation-PLATFORM", promise));
        }
    }
}
