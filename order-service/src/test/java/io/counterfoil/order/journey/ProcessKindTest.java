package io.counterfoil.order.journey;

import static io.counterfoil.order.reversal.ReversalState.AWAITING_POSTING;
import static io.counterfoil.order.reversal.ReversalState.COMPLETED;
import static io.counterfoil.order.reversal.ReversalState.CREDITING;
import static io.counterfoil.order.reversal.ReversalState.ENDING;
import static io.counterfoil.order.reversal.ReversalState.GIVEN_UP;
import static io.counterfoil.order.reversal.ReversalState.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.order.amendment.AmendmentState;
import io.counterfoil.order.availability.DeliveryState;
import io.counterfoil.order.dispute.DisputeState;
import io.counterfoil.order.fulfilment.ProcessState;
import io.counterfoil.order.provisioning.HandOffState;
import io.counterfoil.order.quote.QuoteState;
import io.counterfoil.order.renewal.RenewalState;
import io.counterfoil.order.reversal.ReversalKind;
import io.counterfoil.order.reversal.ReversalState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published charts are whole, and have just the states that the aggregates know. */
class ProcessKindTest {

    @ParameterizedTest
    @EnumSource
    void every_move_leads_to_a_state_that_is_there(ProcessKind kind) {
        List<String> states = kind.states().stream().map(StateRule::state).toList();
        assertThat(states).doesNotHaveDuplicates();
        kind.states().forEach(rule -> assertThat(states).containsAll(rule.moves()));
    }

    @ParameterizedTest
    @EnumSource
    void every_state_with_a_deadline_has_a_team(ProcessKind kind) {
        assertThat(kind.states()).allMatch(rule -> (rule.deadline() == null) == (rule.owner() == null));
    }

    @Test
    void after_some_goods_came_back_the_rest_may_still_be_shipped_in_parts() {
        assertThat(ProcessKind.DELIVERY.rule("RETURNED").moves()).contains("PARTLY_SHIPPED", "SHIPPED");
    }

    @ParameterizedTest
    @EnumSource
    void charts_and_aggregates_agree(ProcessKind kind) {
        assertThat(kind.states())
                .extracting(StateRule::state)
                .containsExactlyInAnyOrderElementsOf(names(known(kind)).toList());
    }

    @Test
    void every_state_of_a_reversal_is_in_one_of_its_charts() {
        assertThat(Stream.of(ReversalKind.values())
                        .flatMap(kind -> names(known(ProcessKind.valueOf(kind.name()))))
                        .collect(Collectors.toSet()))
                .isEqualTo(names(EnumSet.allOf(ReversalState.class)).collect(Collectors.toSet()));
    }

    private static Set<? extends Enum<?>> known(ProcessKind kind) {
        return switch (kind) {
            case QUOTE_TO_CASH -> EnumSet.allOf(ProcessState.class);
            case QUOTE -> EnumSet.allOf(QuoteState.class);
            case AMENDMENT -> EnumSet.allOf(AmendmentState.class);
            case RENEWAL -> EnumSet.allOf(RenewalState.class);
            case CANCELLATION -> EnumSet.of(ENDING, AWAITING_POSTING, COMPLETED, GIVEN_UP);
            case COMPENSATION -> EnumSet.of(ENDING, CREDITING, AWAITING_POSTING, HELD, COMPLETED, GIVEN_UP);
            case RETURN -> EnumSet.complementOf(EnumSet.of(ENDING));
            case DELIVERY -> EnumSet.allOf(DeliveryState.class);
            case PROVISIONING -> EnumSet.allOf(HandOffState.class);
            case DISPUTE -> EnumSet.allOf(DisputeState.class);
        };
    }

    private static Stream<String> names(Set<? extends Enum<?>> states) {
        return states.stream().map(Enum::name);
    }
}
