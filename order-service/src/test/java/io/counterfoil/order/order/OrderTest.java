package io.counterfoil.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.contract.ContractTerms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final HoldReason WHY =
            new HoldReason("product-not-mapped", "no mapping", "revenue-operations", "add it", null);

    @Test
    void goes_the_straight_way_from_received_to_completed() {
        Order order = Northwind.accepted();
        assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
        order.followBilling(true);
        assertThat(order.state()).isEqualTo(OrderState.ACTIVE);
        order.complete(List.of("US01-2026-000001"), Northwind.RECEIVED);
        assertThat(order.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.legalMoves()).isEmpty();
    }

    @Test
    void held_it_goes_back_to_where_it_was() {
        Order order = Northwind.validated();
        order.hold(WHY);
        assertThat(order.legalMoves()).isEqualTo(Set.of(OrderState.VALIDATED, OrderState.REJECTED));
        order.release();
        assertThat(order.state()).isEqualTo(OrderState.VALIDATED);
        assertThat(order.reason()).isNull();
    }

    @Test
    void held_again_for_another_reason_it_still_goes_back_to_where_it_was_first() {
        Order order = Northwind.validated();
        order.hold(WHY);
        order.hold(new HoldReason("ambiguous-customer", "two may be meant", "revenue-operations", "decide", null));
        assertThat(order.reasonCode()).isEqualTo("ambiguous-customer");
        order.release();
        assertThat(order.state()).isEqualTo(OrderState.VALIDATED);
    }

    @Test
    void its_contract_knows_what_the_parts_of_each_bundle_regularly_cost_together() {
        Order order = Northwind.received();
        order.validate(Northwind.checked(List.of(
                Northwind.setup(),
                Northwind.inBundle(1, "900.00"),
                Northwind.inBundle(1, "900.00"),
                Northwind.inBundle(2, null),
                Northwind.inBundle(2, null),
                Northwind.inBundle(3, "800.00"),
                Northwind.inBundle(3, "800.00"))));
        ContractTerms terms = order.contractTerms(Northwind.CUSTOMER);
        assertThat(terms.soldTogether())
                .containsExactly(together(terms, "900.00", 1, 2), together(terms, "800.00", 5, 6));
    }

    private static ContractTerms.Together together(ContractTerms terms, String price, int one, int other) {
        return new ContractTerms.Together(
                List.of(
                        terms.promises().get(one).performanceObligationId(),
                        terms.promises().get(other).performanceObligationId()),
                Money.of(price, "USD"));
    }

    @Test
    void cant_be_accepted_before_it_is_validated() {
        assertThatThrownBy(
                        () -> Northwind.received().accept(Northwind.customer(), Northwind.CONTRACT, Northwind.RECEIVED))
                .isInstanceOf(IllegalMove.class)
                .hasMessageContaining("O-000001 is RECEIVED");
    }

    @Test
    void is_rejected_before_a_contract_exists_and_cancelled_afterwards() {
        Order early = Northwind.validated();
        early.reject("withdrawn", "changed its mind");
        assertThat(early.state()).isEqualTo(OrderState.REJECTED);

        Order late = Northwind.accepted();
        assertThat(late.legalMoves()).contains(OrderState.CANCELLED).doesNotContain(OrderState.REJECTED);
        late.cancel("changed its mind", Northwind.START, false, Northwind.RECEIVED);
        assertThat(late.state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void can_be_cancelled_while_it_is_held_after_acceptance() {
        Order order = Northwind.accepted();
        order.hold(WHY);
        order.cancel("changed its mind", Northwind.START, false, Northwind.RECEIVED);
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(order.heldFrom()).isNull();
    }

    @Test
    void cant_be_cancelled_once_it_is_billed_and_the_refusal_names_the_legal_moves() {
        Order order = Northwind.accepted();
        order.followBilling(true);
        assertThatThrownBy(() -> order.cancel("too late", Northwind.START, false, Northwind.RECEIVED))
                .isInstanceOfSatisfying(IllegalMove.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal.remedy()).contains("COMPLETED").doesNotContain("CANCELLED");
                });
    }

    @Test
    void activated_but_not_yet_billed_it_can_still_be_cancelled() {
        Order order = Northwind.accepted();
        order.followBilling(false);
        assertThat(order.legalMoves()).contains(OrderState.CANCELLED);
    }

    @Test
    void heard_of_billing_again_nothing_changes() {
        Order order = Northwind.accepted();
        order.followBilling(true);
        order.followBilling(false);
        assertThat(order.state()).isEqualTo(OrderState.ACTIVE);
        assertThat(order.legalMoves()).doesNotContain(OrderState.CANCELLED);
    }

    @Test
    void what_is_over_stays_over() {
        Order order = Northwind.validated();
        order.reject("withdrawn", "changed its mind");
        assertThatThrownBy(() -> order.hold(WHY)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> order.validate(Northwind.checked())).isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_replay_gives_its_lines_the_same_ids() {
        assertThat(Northwind.validated().lines().get(0).lineId())
                .isEqualTo(Northwind.validated().lines().get(0).lineId());
    }
}
