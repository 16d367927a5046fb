package io.counterfoil.warehouse.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages out of pages: nothing is left out, nothing comes twice, whatever the parts hold and whoever is away. */
class GatheredTest {

    private static final long SEED = Long.getLong("counterfoil.seed", 20_261_121L);

    @Test
    void page_by_page_everything_comes_once_and_in_order_of_time() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            Map<Part, List<JsonNode>> held = new EnumMap<>(Part.class);
            int all = 0;
            for (Part part : Part.values()) {
                held.put(part, entries(random, random.nextInt(12)));
                all += held.get(part).size();
            }
            assertThat(read(held, 1 + random.nextInt(5), true))
                    .as("round " + round)
                    .hasSize(all)
                    .doesNotHaveDuplicates();
        }
    }

    /** Two transactions under way at once: the later time may have the earlier number. */
    @Test
    void nothing_is_left_out_where_the_times_of_a_part_do_not_follow_its_order() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            Map<Part, List<JsonNode>> held = new EnumMap<>(Part.class);
            int all = 0;
            for (Part part : Part.values()) {
                List<JsonNode> entries = entries(random, random.nextInt(12));
                entries.forEach(
                        one -> ((ObjectNode) one).put("at", "2026-01-01T00:00:%02dZ".formatted(random.nextInt(60))));
                held.put(part, entries);
                all += entries.size();
            }
            assertThat(read(held, 1 + random.nextInt(5), false))
                    .as("round " + round)
                    .hasSize(all)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<String> read(Map<Part, List<JsonNode>> held, int size, boolean inOrder) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        String last = "";
        do {
            Map<Part, Long> from = Gathered.positions(cursor);
            Gathered page = Gathered.of(
                    held.entrySet().stream()
                            .map(entry -> reply(
                                    entry.getKey(), entry.getValue(), from.getOrDefault(entry.getKey(), 0L), size))
                            .toList(),
                    from,
                    "at",
                    size);
            for (JsonNode item : page.items()) {
                if (inOrder) {
                    assertThat(item.path("at").asText()).isGreaterThanOrEqualTo(last);
                }
                last = item.path("at").asText();
                seen.add(item.path("service").asText() + item.path("seq").asLong());
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        return seen;
    }

    @Test
    void one_that_is_away_is_marked_and_read_on_from_where_it_stood() {
        Map<Part, Long> from = Map.of(Part.ORDER, 7L);
        Gathered page = Gathered.of(
                List.of(
                        Reply.down(Part.ORDER, "it can't be reached"),
                        reply(Part.LEDGER, entries(new Random(1), 3), 0, 2)),
                from,
                "at",
                2);
        assertThat(page.parts())
                .extracting(Gathered.Asked::state)
                .containsExactly(Gathered.State.DOWN, Gathered.State.GIVEN);
        assertThat(Gathered.positions(page.nextCursor()))
                .containsEntry(Part.ORDER, 7L)
                .containsEntry(Part.LEDGER, 2L);
    }

    @Test
    void a_cursor_of_somebody_else_is_refused() {
        assertThatThrownBy(() -> Gathered.positions("bm9uc2Vuc2U")).isInstanceOf(Invalid.class);
    }

    private static List<JsonNode> entries(Random random, int count) {
        List<JsonNode> entries = new ArrayList<>();
        int second = 0;
        for (int i = 1; i <= count; i++) {
            second += random.nextInt(3);
            entries.add(Json.lenient()
                    .createObjectNode()
                    .put("seq", i)
                    .put("at", "2026-01-01T00:00:%02dZ".formatted(second)));
        }
        return entries;
    }

    private static Reply reply(Part part, List<JsonNode> held, long after, int size) {
        ObjectNode body = Json.lenient().createObjectNode();
        ArrayNode items = body.putArray("items");
        held.stream()
                .filter(one -> one.path("seq").asLong() > after)
                .limit(size)
                .forEach(items::add);
        if (held.stream().filter(one -> one.path("seq").asLong() > after).count() > size) {
            body.put("nextCursor", "more");
        }
        return new Reply(part, 200, body, null, null);
    }
}
