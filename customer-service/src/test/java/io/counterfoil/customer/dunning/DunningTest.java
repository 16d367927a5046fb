package io.counterfoil.customer.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.customer.Proposal;
import io.counterfoil.customer.customer.WithoutServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who lives on in another one is held and let go as that one. */
class DunningTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final TestBeans beans = WithoutServer.on(POSTGRES);
    private final GoldenRecords records = beans.get(GoldenRecords.class);
    private final FollowDunning follow = beans.get(FollowDunning.class);

    @Test
    void whom_dunning_suspends_it_reinstates_when_it_holds_nothing_any_more() {
        UUID customer = customer();
        UUID one = held(customer);
        UUID other = held(customer);
        assertThat(state(customer)).isEqualTo(CustomerState.SUSPENDED);
        told("resumed", one, customer, "DUNNING");
        assertThat(state(customer)).isEqualTo(CustomerState.SUSPENDED);
        told("cancelled", other, customer, "OTHER");
        assertThat(state(customer)).isEqualTo(CustomerState.ACTIVE);
    }

    @Test
    void what_ends_of_the_merged_one_does_not_let_the_survivor_go_as_long_as_something_of_it_is_held() {
        UUID survivor = customer();
        UUID debt = held(survivor);
        UUID gone = merged(survivor);
        told("cancelled", UUID.randomUUID(), gone, "OTHER");
        assertThat(state(survivor)).isEqualTo(CustomerState.SUSPENDED);
        UUID theirs = held(gone);
        told("resumed", debt, survivor, "DUNNING");
        assertThat(state(survivor)).isEqualTo(CustomerState.SUSPENDED);
        told("resumed", theirs, gone, "DUNNING");
        assertThat(state(survivor)).isEqualTo(CustomerState.ACTIVE);
    }

    @Test
    void who_was_merged_twice_is_held_as_the_last() {
        UUID last = customer();
        UUID first = merged(merged(last));
        UUID debt = held(first);
        assertThat(state(last)).isEqualTo(CustomerState.SUSPENDED);
        told("resumed", debt, first, "DUNNING");
        assertThat(state(last)).isEqualTo(CustomerState.ACTIVE);
    }

    @Test
    void whom_a_person_suspended_dunning_does_not_reinstate() {
        UUID customer = customer();
        POSTGRES.transactions()
                .fresh(() -> records.revise(
                        records.locked(customer).in(CustomerState.SUSPENDED), Origin.person("a dispute")));
        told("resumed", held(customer), customer, "DUNNING");
        assertThat(state(customer)).isEqualTo(CustomerState.SUSPENDED);
    }

    @Test
    void whom_nobody_knows_is_not_suspended_and_stops_nobody() {
        held(UUID.randomUUID());
    }

    private UUID held(UUID customer) {
        UUID subscription = UUID.randomUUID();
        told("suspended", subscription, customer, "DUNNING");
        return subscription;
    }

    private void told(String what, UUID subscription, UUID customer, String cause) {
        String data = Json.write(Map.of(
                "subscriptionId", subscription, "customerId", customer, "cause", cause, "reason", "30 days overdue"));
        Envelope event = new Envelope(
                UUID.randomUUID(),
                "io.counterfoil.billing.subscription." + what + ".v1",
                "/billing",
                subscription.toString(),
                Instant.EPOCH,
                "test",
                null,
                1,
                1,
                customer.toString(),
                "US01",
                "test",
                null,
                data.getBytes(StandardCharsets.UTF_8));
        POSTGRES.transactions().fresh(() -> follow.handle(event));
    }

    private CustomerState state(UUID customer) {
        return records.get(customer).state();
    }

    private UUID merged(UUID survivor) {
        UUID gone = customer();
        POSTGRES.transactions()
                .fresh(() -> records.revise(records.locked(gone).mergedInto(survivor), Origin.person("the same")));
        return gone;
    }

    private UUID customer() {
        Attributes said =
                new Attributes("Northwind", null, null, null, null, null, null, null, null, null, null, null, null);
        GoldenRecord begun = POSTGRES.transactions()
                .fresh(() -> records.begin(new Proposal(said, CustomerState.ACTIVE), List.of(), Origin.person("test")));
        return begun.customerId();
    }
}
