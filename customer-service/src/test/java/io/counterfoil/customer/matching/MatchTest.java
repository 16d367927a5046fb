package io.counterfoil.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
        assertThat(Match.decide(NOBODY, Set.of(), List.of())).isEqualTo(new Match(NOBODY, MatchedBy.NONE));
    }

    @Test
    void the_reference_is_the_strongest_evidence() {
        assertThat(Match.decide(Optional.of(A), Set.of(A), List.of(candidate(B, 90, true))))
                .isEqualTo(new Match(Optional.of(A), MatchedBy.REFERENCE));
    }

    @Test
    void a_second_account_of_a_customer_is_recognised_by_tax_id() {
        assertThat(Match.decide(NOBODY, Set.of(A), List.of())).isEqualTo(new Match(Optional.of(A), MatchedBy.TAX_ID));
    }

    @Test
    void one_of_whom_it_is_sure_is_the_same() {
        assertThat(Match.decide(NOBODY, Set.of(), List.of(candidate(A, 85, true), candidate(B, 70, false))))
                .isEqualTo(new Match(Optional.of(A), MatchedBy.NAME_AND_ADDRESS));
    }

    @Test
    void a_reference_and_a_tax_id_of_different_customers_are_for_a_person_to_decide() {
        assertThatThrownBy(() -> Match.decide(Optional.of(A), Set.of(B), List.of()))
                .isInstanceOf(AmbiguousMatch.class)
                .hasMessageContaining(A.toString())
                .hasMessageContaining(B.toString());
    }

    @Test
    void tax_ids_of_different_customers_are_for_a_person_to_decide() {
        assertThatThrownBy(() -> Match.decide(NOBODY, Set.of(A, B), List.of())).isInstanceOf(AmbiguousMatch.class);
    }

    @Test
    void several_who_are_nearly_as_likely_are_for_a_person_to_decide() {
        List<Candidate> both = List.of(candidate(A, 85, true), candidate(B, 80, true));
        assertThatThrownBy(() -> Match.decide(NOBODY, Set.of(), both)).isInstanceOf(AmbiguousMatch.class);
    }

    @Test
    void one_who_is_only_likely_is_for_a_person_to_decide() {
        List<Candidate> likely = List.of(candidate(A, 70, false));
        assertThatThrownBy(() -> Match.decide(NOBODY, Set.of(), likely))
                .isInstanceOfSatisfying(AmbiguousMatch.class, asked -> assertThat(asked.candidates())
                        .isEqualTo(likely));
    }

    private static Candidate candidate(UUID id, int score, boolean sure) {
        return new Candidate(id, score, sure, List.of("same name"));
    }
}
