package io.counterfoil.common.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final List<Integer> written = new ArrayList<>();

    private void append(String value) {
        Gathering.add(GatheringTest.class, rows -> written.add(rows.size()), List.<Object[]>of(new Object[] {value}));
    }

    @Test
    void what_a_set_appends_is_written_once_at_its_end_and_outside_a_set_at_once() {
        Gathering.within(() -> {
            append("one");
            Gathering.within(() -> append("two"));
            assertThat(written).isEmpty();
        });
        assertThat(written).containsExactly(2);
        append("three");
        assertThat(written).containsExactly(2, 1);
    }

    @Test
    void a_set_that_fails_writes_nothing_and_leaves_nothing_to_the_next() {
        assertThatThrownBy(() -> Gathering.within(() -> {
                    append("one");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        Gathering.within(() -> append("two"));
        assertThat(written).containsExactly(1);
    }

    @Test
    void what_is_read_for_one_of_a_set_is_read_for_all_and_forgotten_with_the_set() {
        AtomicInteger reads = new AtomicInteger();
        Gathering.within(() -> {
            assertThat(Gathering.once(GatheringTest.class, "key", reads::incrementAndGet))
                    .isEqualTo(1);
            assertThat(Gathering.once(GatheringTest.class, "key", reads::incrementAndGet))
                    .isEqualTo(1);
        });
        assertThat(Gathering.once(GatheringTest.class, "key", reads::incrementAndGet))
                .isEqualTo(2);
    }

    @Test
    void what_was_locked_for_a_set_is_at_hand_in_it_and_nowhere_else() {
        Gathering.know(String.class, 1, "lost");
        Gathering.within(() -> {
            assertThat(Gathering.known(String.class, 1)).isEmpty();
            Gathering.know(String.class, 1, "locked");
            assertThat(Gathering.known(String.class, 1)).contains("locked");
        });
        assertThat(Gathering.known(String.class, 1)).isEmpty();
    }
}
