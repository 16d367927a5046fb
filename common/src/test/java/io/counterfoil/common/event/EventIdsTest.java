package io.counterfoil.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void a_new_id_is_a_uuid_of_version_7_of_this_moment() {
        long before = System.currentTimeMillis();
        UUID id = EventIds.next();
        long stamp = id.getMostSignificantBits() >>> 16;
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(stamp).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void new_ids_differ() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(EventIds.next());
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void the_same_cause_and_purpose_give_the_same_id() {
        UUID cause = UUID.fromString("0190a1b2-00e3-7000-8000-000000000007");
        UUID entry = EventIds.derived(cause, "entry");
        assertThat(entry).isEqualTo(EventIds.derived(cause, "entry")).isNotEqualTo(EventIds.derived(cause, "schedule"));
        assertThat(entry.version()).isEqualTo(8);
        assertThat(entry.variant()).isEqualTo(2);
        assertThat(EventIds.derived(EventIds.next(), "entry")).isNotEqualTo(entry);
    }
}
