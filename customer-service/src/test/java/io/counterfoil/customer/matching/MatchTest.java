package io.counterfoil.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.customer.matching.Match.Namesake;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final Optional<UUID> NOBODY = Optional.empty();

    @Test
    void who_is_known_by_nothing_is_new() {
        assertThat(Match.decide(NOBODY, Set.of(), Set.of())).isEqualTo(new Match(NOBODY, MatchedBy.NONE));
    }

    @Test
    void the_reference_is_the_strongest_evidence() {
        assertThat(Match.decide(Optional.of(A), Set.of(A), Set.of(new Namesake(B, false))))
                .isEqualTo(new Match(Optional.of(A), MatchedBy.REFERENCE));
    }

    @Test
    void a_second_account_of_a_customer_is_recognised_by_tax_id() {
        assertThat(Match.decide(NOBODY, Set.of(A), Set.of())).isEqualTo(new Match(Optional.of(A), MatchedBy.TAX_ID));
    }

    @Test
    void a_namesake_that_nothing_contradicts_is_the_same() {
        assertThat(Match.decide(NOBODY, Set.of(), Set.of(new Namesake(A, false))))
                .isEqualTo(new Match(Optional.of(A), MatchedBy.NAME_AND_DOMAIN));
    }

    @Test
    void a_reference_and_a_tax_id_of_different_customers_are_for_a_person_to_decide() {
        assertThatThrownBy(() -> Match.decide(Optional.of(A), Set.of(B), Set.of()))
                .isInstanceOf(AmbiguousMatch.class)
                .hasMessageContaining(A.toString())
                .hasMessageContaining(B.toString());
    }

    @Test
    void tax_ids_of_different_customers_are_for_a_person_to_decide() {
        assertThatThrownBy(() -> Match.decide(NOBODY, Set.of(A, B), Set.of())).isInstanceOf(AmbiguousMatch.class);
    }

    @Test
    void several_namesakes_are_for_a_person_to_decide() {
        Set<Namesake> both = Set.of(new Namesake(A, false), new Namesake(B, false));
        assertThatThrownBy(() -> Match.decide(NOBODY, Set.of(), both)).isInstanceOf(AmbiguousMatch.class);
    }

    @Test
    void a_namesake_with_another_tax_id_is_for_a_person_to_decide() {
        assertThatThrownBy(() -> Match.decide(NOBODY, Set.of(), Set.of(new Namesake(A, true))))
                .isInstanceOf(AmbiguousMatch.class)
                .hasMessageContaining("another tax id");
    }
}
