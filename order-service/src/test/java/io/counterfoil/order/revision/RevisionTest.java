package io.counterfoil.order.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");

    @Test
    void another_person_decides_and_what_was_to_begin_before_begins_today() {
        Revision wanted = Revision.proposed(3, TODAY.minusDays(9), null, "maker", NOW);
        assertThatThrownBy(() -> wanted.decided("Product P", true, "maker", TODAY, NOW))
                .isInstanceOf(NeedsAnotherPerson.class);
        Revision approved = wanted.decided("Product P", true, "checker", TODAY, NOW);
        assertThat(approved.state()).isEqualTo(RevisionState.APPROVED);
        assertThat(approved.validFrom()).isEqualTo(TODAY);
        assertThatThrownBy(() -> approved.decided("Product P", false, "third", TODAY, NOW))
                .isInstanceOf(IllegalMove.class);
    }
}
