package io.counterfoil.ledger.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What happened, as the archive keeps it. Not for use within a transaction. */
@ApplicationScoped
class EventArchive {

    private static final Logger LOG = Logger.getLogger(EventArchive.class.getName());
    private static final int PAGE = 100;

    @Inject
    @RestClient
    ArchiveApi api;

    /** The facts with these ids; what the archive doesn't have is missing. */
    @Timeout(value = 25, unit = ChronoUnit.SECONDS)
    Map<UUID, Envelope> facts(List<UUID> ids) {
        Map<UUID, Envelope> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            page(new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + PAGE))), found);
        }
        return found;
    }

    private void page(List<UUID> ids, Map<UUID, Envelope> found) {
        try {
            Json.lenient().readTree(api.events(ids, PAGE)).path("items").forEach(item -> {
                Envelope event = envelope(item);
                found.put(event.id(), event);
            });
        } catch (JsonProcessingException | RuntimeException failed) {
            LOG.log(Level.INFO, failed, () -> "the archive of events could not be asked");
            throw new ArchiveUnavailable();
        }
    }

    static Envelope envelope(JsonNode item) {
        return new Envelope(
                UUID.fromString(item.path("id").asText()),
                item.path("type").asText(),
                item.path("source").asText(),
                item.path("subject").asText(),
                Instant.parse(item.path("time").asText()),
                item.path("correlationid").asText(),
                item.path("causationid").asText(null),
                item.path("sequence").asLong(),
                item.path("position").asLong(),
                item.path("partitionkey").asText(),
                item.path("legalentity").asText(null),
                item.path("actor").asText(null),
                null,
                item.path("data").toString().getBytes(StandardCharsets.UTF_8));
    }
}
