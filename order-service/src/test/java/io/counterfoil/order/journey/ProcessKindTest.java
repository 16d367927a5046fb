package io.counterfoil.order.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.order.amendment.AmendmentState;
import io.counterfoil.order.fulfilment.ProcessState;
import io.counterfoil.order.quote.QuoteState;
import io.counterfoil.order.renewal.RenewalState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Test
    void charts_and_aggregates_agree() {
        agree(ProcessKind.QUOTE_TO_CASH, ProcessState.values());
        agree(ProcessKind.QUOTE, QuoteState.values());
        agree(ProcessKind.AMENDMENT, AmendmentState.values());
        agree(ProcessKind.RENEWAL, RenewalState.values());
    }

    private static void agree(ProcessKind kind, Enum<?>[] states) {
        Set<String> known = Arrays.stream(states).map(Enum::name).collect(Collectors.toSet());
        assertThat(kind.states()).extracting(StateRule::state).containsExactlyInAnyOrderElementsOf(known);
    }
}
