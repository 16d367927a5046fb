package io.counterfoil.customer.merging;

import static io.counterfoil.customer.customer.CustomerState.ACTIVE;
import static io.counterfoil.customer.customer.CustomerState.MERGED;
import static io.counterfoil.customer.customer.CustomerState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.dunning.Dunning;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A suspension goes along with a merge and comes apart with its undoing. */
class MergedSuspensionTest {

    private static final Company COMPANY = new Company();

    private final Dunning dunning = COMPANY.beans.get(Dunning.class);
    private final UUID one = COMPANY.customer(List.of());
    private final UUID survivor = COMPANY.customer(List.of());

    @Test
    void whom_dunning_suspended_is_suspended_as_the_survivor_too_until_it_is_settled() {
        UUID debt = hold(one);
        COMPANY.merge(one, survivor);
        assertThat(states()).containsExactly(MERGED, SUSPENDED);
        settle(debt, one);
        assertThat(states()).containsExactly(MERGED, ACTIVE);
    }

    @Test
    void each_is_suspended_for_what_is_its_own_once_they_are_parted() {
        COMPANY.merge(one, survivor);
        UUID debt = hold(one);
        assertThat(states()).containsExactly(MERGED, SUSPENDED);
        assertThat(COMPANY.unmerge(one).state()).isEqualTo(SUSPENDED);
        assertThat(states()).containsExactly(SUSPENDED, ACTIVE);
        settle(debt, one);
        assertThat(states()).containsExactly(ACTIVE, ACTIVE);
    }

    @Test
    void who_comes_back_as_dunning_had_suspended_it_is_reinstated_by_dunning() {
        UUID debt = hold(one);
        COMPANY.merge(one, survivor);
        COMPANY.unmerge(one);
        assertThat(states()).containsExactly(SUSPENDED, ACTIVE);
        settle(debt, one);
        assertThat(states()).containsExactly(ACTIVE, ACTIVE);
    }

    @Test
    void what_was_settled_meanwhile_is_settled() {
        UUID debt = hold(one);
        COMPANY.merge(one, survivor);
        settle(debt, one);
        COMPANY.unmerge(one);
        assertThat(states()).containsExactly(ACTIVE, ACTIVE);
    }

    @Test
    void whom_a_person_suspended_is_suspended_as_the_survivor_until_they_are_parted() {
        byPerson(one, SUSPENDED);
        COMPANY.merge(one, survivor);
        assertThat(states()).containsExactly(MERGED, SUSPENDED);
        settle(UUID.randomUUID(), one);
        assertThat(states()).containsExactly(MERGED, SUSPENDED);
        COMPANY.unmerge(one);
        assertThat(states()).containsExactly(SUSPENDED, ACTIVE);
    }

    @Test
    void what_a_person_decided_of_the_survivor_since_stays() {
        byPerson(one, SUSPENDED);
        COMPANY.merge(one, survivor);
        byPerson(survivor, ACTIVE);
        byPerson(survivor, SUSPENDED);
        COMPANY.unmerge(one);
        assertThat(states()).containsExactly(SUSPENDED, SUSPENDED);
    }

    @Test
    void who_comes_back_is_not_let_go_for_what_the_survivor_may_do() {
        UUID debt = hold(one);
        COMPANY.merge(one, survivor);
        byPerson(survivor, ACTIVE);
        COMPANY.unmerge(one);
        assertThat(states()).containsExactly(SUSPENDED, ACTIVE);
        settle(debt, one);
        assertThat(states()).containsExactly(ACTIVE, ACTIVE);
    }

    private List<CustomerState> states() {
        return List.of(COMPANY.get(one).state(), COMPANY.get(survivor).state());
    }

    private void byPerson(UUID customer, CustomerState state) {
        COMPANY.become(customer, state, Origin.person("a person says so"));
    }

    private UUID hold(UUID customer) {
        UUID subscription = UUID.randomUUID();
        COMPANY.fresh(() -> {
            COMPANY.database.update("insert into dunned_subscription values (?, ?)", subscription, customer);
            dunning.suspend(customer, "30 days overdue");
            return subscription;
        });
        return subscription;
    }

    private void settle(UUID subscription, UUID customer) {
        COMPANY.fresh(() -> {
            COMPANY.database.update("delete from dunned_subscription where subscription_id = ?", subscription);
            dunning.reinstate(customer);
            return subscription;
        });
    }
}
