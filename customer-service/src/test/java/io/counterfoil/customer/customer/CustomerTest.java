package io.counterfoil.customer.customer;

import static io.counterfoil.customer.customer.CustomerState.ACTIVE;
import static io.counterfoil.customer.customer.CustomerState.CLOSED;
import static io.counterfoil.customer.customer.CustomerState.MERGED;
import static io.counterfoil.customer.customer.CustomerState.PROSPECT;
import static io.counterfoil.customer.customer.CustomerState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.IllegalMove;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
    private static final Map<CustomerState, Set<CustomerState>> LEGAL = Map.of(
            PROSPECT, Set.of(ACTIVE, CLOSED),
            ACTIVE, Set.of(SUSPENDED, CLOSED),
            SUSPENDED, Set.of(ACTIVE, CLOSED),
            CLOSED, Set.of(),
            MERGED, Set.of());

    @ParameterizedTest
    @EnumSource
    void moves_only_as_the_state_chart_says(CustomerState from) {
        for (CustomerState to : CustomerState.values()) {
            if (from == MERGED || to == MERGED) {
                continue; // only a merge and its undoing lead there and back
            }
            Customer customer = new Customer(Northwind.record().in(from), NOW);
            if (LEGAL.get(from).contains(to)) {
                customer.become(Northwind.record().in(to), NOW);
                assertThat(customer.state()).isEqualTo(to);
            } else if (from != to) {
                assertThatThrownBy(() -> customer.become(Northwind.record().in(to), NOW))
                        .isInstanceOf(IllegalMove.class)
                        .hasMessageContaining(from.name());
            }
        }
    }

    @Test
    void an_illegal_move_says_which_moves_are_legal() {
        assertThatThrownBy(() -> PROSPECT.requireMoveTo(SUSPENDED, "C-000001"))
                .isInstanceOfSatisfying(IllegalMove.class, refusal -> assertThat(refusal.remedy())
                        .contains("ACTIVE")
                        .contains("CLOSED"));
    }

    @Test
    void nothing_about_a_closed_customer_changes_any_more() {
        Customer closed = new Customer(Northwind.record().in(CLOSED), NOW);
        assertThatThrownBy(() -> closed.become(Northwind.record().in(CLOSED), NOW))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void each_version_is_later_than_the_one_before() {
        Customer customer = new Customer(Northwind.record(), NOW);
        customer.become(Northwind.record(), NOW);
        assertThat(customer.changedAt()).isAfter(NOW);
        customer.become(Northwind.record(), NOW.plusSeconds(1));
        assertThat(customer.changedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void nobody_is_set_back_by_what_another_system_says() {
        Proposal prospect = new Proposal(Northwind.attributes(), PROSPECT);
        Proposal active = new Proposal(Northwind.attributes(), null);
        assertThat(prospect.stateAfter(ACTIVE)).isEqualTo(ACTIVE);
        assertThat(prospect.stateAfter(PROSPECT)).isEqualTo(PROSPECT);
        assertThat(active.stateAfter(PROSPECT)).isEqualTo(ACTIVE);
        assertThat(active.stateAfter(SUSPENDED)).isEqualTo(SUSPENDED);
    }
}
