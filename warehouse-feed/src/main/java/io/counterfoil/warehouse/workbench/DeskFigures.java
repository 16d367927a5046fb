package io.counterfoil.warehouse.workbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.warehouse.part.Gathered;
import io.counterfoil.warehouse.part.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of all services: what is open by class and team, what came and went by day. */
public record DeskFigures(List<Open> open, List<Day> days, List<Gathered.Asked> parts) {

    /** What is open of one class at one team, over all services. */
    public record Open(
            @JsonProperty("class") String trouble,
            String owner,
            long open,
            long assigned,
            long overdue,
            long oldestAgeSeconds) {

        static Open read(JsonNode node) {
            return new Open(
                    node.path("class").asText(),
                    node.path("owner").asText(),
                    node.path("open").asLong(),
                    node.path("assigned").asLong(),
                    node.path("overdue").asLong(),
                    node.path("oldestAgeSeconds").asLong());
        }

        String key() {
            return trouble + " " + owner;
        }

        Open and(Open other) {
            return new Open(
                    trouble,
                    owner,
                    open + other.open,
                    assigned + other.assigned,
                    overdue + other.overdue,
                    Math.max(oldestAgeSeconds, other.oldestAgeSeconds));
        }
    }

    /** What came and went on one day. */
    public record Day(String day, long opened, long closed, long healedByReplay, long waived) {

        static Day read(JsonNode node) {
            return new Day(
                    node.path("day").asText(),
                    node.path("opened").asLong(),
                    node.path("closed").asLong(),
                    node.path("healedByReplay").asLong(),
                    node.path("waived").asLong());
        }

        Day and(Day other) {
            return new Day(
                    day,
                    opened + other.opened,
                    closed + other.closed,
                    healedByReplay + other.healedByReplay,
                    waived + other.waived);
        }
    }

    static DeskFigures of(List<Reply> replies) {
        Map<String, Open> open = new TreeMap<>();
        Map<String, Day> days = new TreeMap<>();
        for (Reply reply : replies) {
            reply.body().path("open").forEach(node -> {
                Open one = Open.read(node);
                open.merge(one.key(), one, Open::and);
            });
            reply.body().path("days").forEach(node -> {
                Day one = Day.read(node);
                days.merge(one.day(), one, Day::and);
            });
        }
        List<Open> sorted = new ArrayList<>(open.values());
        sorted.sort(Comparator.comparing(Open::oldestAgeSeconds).reversed());
        return new DeskFigures(sorted, List.copyOf(days.values()), Gathered.asked(replies));
    }
}
