package io.counterfoil.order.awaited;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.GoldenExample;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customer-service's golden examples say can be read. */
class FamilyFactTest {

    private static final UUID ONE = UUID.fromString("0190a1b2-0001-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0190a1b2-0001-7000-8000-000000000002");

    @ParameterizedTest
    @CsvSource({
        "customer-reinstated.v1, false",
        "hierarchy-changed.v1, false",
        "customer-merged.v1, true",
        "customer-unmerged.v1, true"
    })
    void each_names_who_is_not_what_it_was_before(String example, boolean two) {
        FamilyFact fact = GoldenExample.from("/customer", example).dataAs(FamilyFact.class);
        if (two) {
            assertThat(fact.changed()).containsExactlyInAnyOrder(ONE, OTHER);
        } else {
            assertThat(fact.changed()).hasSize(1).containsAnyOf(ONE, OTHER);
        }
    }
}
