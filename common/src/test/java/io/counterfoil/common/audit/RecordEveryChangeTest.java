package io.counterfoil.common.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.samples.changes.Rates;
import io.counterfoil.common.samples.changes.WriteOffs;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How operations are told in the trail, and how what was there before is read. */
class RecordEveryChangeTest {

    private static final String ID = "0190a1b2-0001-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "put, write-off, " + ID + ", changed, created",
        "decide, write-off, " + ID + ", decision, decision",
        "end, write-off, " + ID + ", relationships r-1 end, relationships r-1 end",
        "takeBack, write-off, " + ID + ", took back relationships r-1, took back relationships r-1",
        "create, write-off, '', created, created",
        "patch, write-off, " + ID + ", changed, changed",
        "remove, write-off, " + ID + ", removed, removed"
    })
    void an_operation_is_told_in_words(String method, String object, String id, String act, String first) {
        Wording wording = Wording.of(method(method), Map.of("id", ID, "other", "r-1"));
        assertThat(wording.object()).isEqualTo(object);
        assertThat(wording.pathId()).isEqualTo(id);
        assertThat(wording.act(false)).isEqualTo(act);
        assertThat(wording.act(true)).isEqualTo(first);
    }

    @Test
    void what_is_known_by_two_names_is_kept_under_both() {
        Wording wording = Wording.of(
                Arrays.stream(Rates.class.getDeclaredMethods()).findFirst().orElseThrow(), Map.of("a", "DE", "b", "S"));
        assertThat(wording.object()).isEqualTo("tax-rate");
        assertThat(wording.pathId()).isEqualTo("DE/S");
    }

    @Test
    void what_is_there_is_read_by_the_nearest_get_that_names_it() {
        for (String change : List.of("put", "decide", "end")) {
            JsonNode before = Reading.of(method(change))
                    .orElseThrow()
                    .from(new WriteOffs(), Map.of("id", ID))
                    .orElseThrow();
            assertThat(before.path("id").asText()).isEqualTo(ID);
        }
        assertThat(Reading.of(method("create"))).isEmpty();
    }

    @Test
    void what_is_not_there_is_nothing_and_what_fails_is_not_hidden() {
        Reading reading = Reading.of(method("put")).orElseThrow();
        assertThat(reading.from(new WriteOffs(), Map.of("id", new UUID(0, 0).toString())))
                .isEmpty();
        assertThat(reading.from(new WriteOffs(), Map.of("id", "no id"))).isEmpty();
        assertThatThrownBy(() -> reading.from(new WriteOffs(), Map.of("id", new UUID(0, 1).toString())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void why_is_what_the_body_says_or_else_the_header() {
        assertThat(Reason.of(new Object[] {"x", new Decision("a typing error")}, "other"))
                .isEqualTo("a typing error");
        assertThat(Reason.of(new Object[] {"x", new Decision(null)}, "other")).isEqualTo("other");
        assertThat(Reason.of(new Object[] {null}, null)).isNull();
    }

    @Test
    void what_was_made_is_named_by_its_own_id() {
        Wording wording = Wording.of(method("create"), Map.of());
        assertThat(wording.objectId("x", Wording.tree(Map.of("writeOffId", "w-2"))))
                .isEqualTo("w-2");
    }

    @Test
    void of_what_is_very_large_only_the_size_is_kept() {
        assertThat(Wording.tree(Map.of("all", "x".repeat(100_000)))
                        .path("charactersLeftOut")
                        .asInt())
                .isGreaterThan(100_000);
    }

    private static Method method(String name) {
        return Arrays.stream(WriteOffs.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A body that says why. */
    record Decision(String reason) {}
}
