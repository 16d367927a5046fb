package io.counterfoil.warehouse.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page out of the pages of several parts, by time. Its cursor says how far each part was read, so that one that was down is
 * read on from there when it is back.
 *
 * @param items each with its {@code service}
 * @param parts who was asked, and whether it answered
 */
public record Gathered(List<JsonNode> items, List<Asked> parts, String nextCursor) {

    /** One part of the answer. */
    public record Asked(Part service, State state, String reason) {

        static Asked of(Reply reply) {
            return reply.isGiven()
                    ? new Asked(reply.part(), State.GIVEN, null)
                    : reply.isUp()
                            ? new Asked(
                                    reply.part(),
                                    State.REFUSED,
                                    reply.body().path("detail").asText())
                            : new Asked(reply.part(), State.DOWN, reply.reason());
        }
    }

    /** Whether a part is in the answer. */
    public enum State {
        GIVEN,
        REFUSED,
        DOWN
    }

    /** Where each part is read on, from the cursor of the page before. */
    public static Map<Part, Long> positions(String cursor) {
        Map<Part, Long> positions = new EnumMap<>(Part.class);
        String key = Cursor.key(cursor);
        if (key == null) {
            return positions;
        }
        try {
            for (String one : key.split(",")) {
                String[] pair = one.split(":");
                positions.put(Part.valueOf(pair[0]), Long.parseLong(pair[1]));
            }
            return positions;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw new Invalid("?cursor", "is no cursor of this list; take it from nextCursor");
        }
    }

    /** How the parts say whether they answered. */
    public static List<Asked> asked(List<Reply> replies) {
        return replies.stream().map(Asked::of).toList();
    }

    /**
     * The first of all that the parts gave.
     *
     * @param time the field by which they follow each other
     */
    public static Gathered of(List<Reply> replies, Map<Part, Long> from, String time, int size) {
        List<Line> lines = new ArrayList<>();
        boolean more = false;
        for (Reply reply : replies) {
            reply.body().path("items").forEach(item -> lines.add(new Line(reply.part(), item)));
            more |= reply.body().hasNonNull("nextCursor");
        }
        lines.sort(Comparator.comparing((Line line) -> line.at(time))
                .thenComparing(Line::part)
                .thenComparing(Line::seq));
        List<Line> page = lines.subList(0, Math.min(size, lines.size()));
        Map<Part, Long> reached = new EnumMap<>(Part.class);
        reached.putAll(from);
        page.forEach(line -> reached.put(line.part(), line.seq()));
        boolean last = !more && page.size() == lines.size();
        return new Gathered(page.stream().map(Line::told).toList(), asked(replies), last ? null : cursor(reached));
    }

    private static String cursor(Map<Part, Long> reached) {
        return Cursor.of(reached.entrySet().stream()
                .map(entry -> entry.getKey().name() + ":" + entry.getValue())
                .collect(Collectors.joining(",")));
    }

    private record Line(Part part, JsonNode item) {

        Instant at(String time) {
            return Instant.parse(item.path(time).asText());
        }

        long seq() {
            return item.path("seq").asLong();
        }

        JsonNode told() {
            ObjectNode told = item.deepCopy();
            return told.put("service", part.service());
        }
    }
}
