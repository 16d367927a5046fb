package io.counterfoil.ledger.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The archive in the order in which the ledger saw it. The archive keeps each producer's order, but not how they
 * interleaved; what the ledger posted of a fact tells at which place of its own history it took it, between which of its
 * own people's acts.
 */
final class History {

    private static final String POSTED = "io.counterfoil.ledger.journal.posted.v1";

    private History() {}

    static List<Envelope> asSeen(List<Envelope> archive) throws IOException {
        Map<String, Long> takenAt = new HashMap<>();
        for (Envelope event : archive) {
            if (event.type().equals(POSTED)) {
                JsonNode data = Json.lenient().readTree(event.data());
                takenAt.putIfAbsent(data.path("sourceEventId").asText(), event.position());
            }
        }
        List<Placed> placed = new ArrayList<>(archive.size());
        long seen = 0;
        for (Envelope event : archive) {
            boolean own = event.source().equals("/ledger");
            seen = own ? event.position() : seen;
            Long taken = takenAt.get(event.id().toString());
            boolean hadEffect = own || taken != null;
            placed.add(new Placed(own || taken == null ? seen : taken, hadEffect ? 1 : 0, placed.size(), event));
        }
        placed.sort(Comparator.comparingLong(Placed::place)
                .thenComparingInt(Placed::rank)
                .thenComparingInt(Placed::archived));
        return placed.stream().map(Placed::event).toList();
    }

    private record Placed(long place, int rank, int archived, Envelope event) {}
}
