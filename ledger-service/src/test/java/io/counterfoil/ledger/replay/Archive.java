package io.counterfoil.ledger.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The archive of all events, read from its beginning to where it ends now. */
final class Archive {

    private static final int PAGE = 1_000;

    private final URI events;
    private final String token;

    Archive(String warehouse, String token) {
        this.events = URI.create(warehouse + "/v1/events");
        this.token = token;
    }

    List<Envelope> all() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<Envelope> all = new ArrayList<>();
        String after = "0";
        while (after != null) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(events + "?after=" + after + "&limit=" + PAGE))
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the archive answers " + answer.statusCode() + ": " + answer.body());
            }
            JsonNode page = Json.lenient().readTree(answer.body());
            page.path("items").forEach(item -> all.add(envelope(item)));
            after = page.path("nextCursor").asText(null);
        }
        return all;
    }

    private static Envelope envelope(JsonNode item) {
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
