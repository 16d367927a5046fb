package io.counterfoil.warehouse.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Deque<Line>> queues = new ArrayList<>();
        boolean more = false;
        for (Reply reply : replies) {
            Deque<Line> queue = new ArrayDeque<>();
            reply.body().path("items").forEach(item -> queue.add(new Line(reply.part(), item)));
            queues.add(queue);
            more |= reply.body().hasNonNull("nextCursor");
        }
        List<Line> page = firstOf(queues, time, size);
        Map<Part, Long> reached = new EnumMap<>(Part.class);
        reached.putAll(from);
        page.forEach(line -> reached.put(line.part(), line.seq()));
        boolean last = !more && queues.stream().allMatch(Deque::isEmpty);
        return new Gathered(page.stream().map(Line::told).toList(), asked(replies), last ? null : cursor(reached));
    }

    /**
     * Takes the earliest of those that stand first in their parts, again and again. A part is never overtaken within itself, also
     * where its times do not follow its order: the cursor says how far it was read, and what stands before that is not read again.
     */
    private static List<Line> firstOf(List<Deque<Line>> queues, String time, int size) {
        Comparator<Deque<Line>> earliest = Comparator.comparing(
                        (Deque<Line> queue) -> queue.getFirst().at(time))
                .thenComparing(queue -> queue.getFirst().part());
        List<Line> taken = new ArrayList<>();
        while (taken.size() < size) {
            Optional<Deque<Line>> next =
                    queues.stream().filter(queue -> !queue.isEmpty()).min(earliest);
            if (next.isEmpty()) {
                return taken;
            }
            taken.add(next.get().removeFirst());
        }
        return taken;
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
