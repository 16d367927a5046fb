package io.counterfoil.common.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Tells an end point something: once for each call here, after the commit, as often as it takes, under one id. */
@ApplicationScoped
public class Webhooks {

    static final String KIND = "webhook";

    @Inject
    Steps steps;

    /**
     * Schedules a delivery in the current transaction. Those to one end point about one subject arrive in their order.
     *
     * @param endpoint the name of an end point; when there is none at the time of the delivery, nobody is told
     * @param type what happened, such as {@code process.state-changed}
     * @param subject what it is about
     * @param data what is told, JSON
     * @return the id of the delivery, the same at each attempt
     */
    public UUID send(String endpoint, String type, String subject, Object data) {
        UUID id = EventIds.next();
        JsonNode told = Json.lenient().valueToTree(data);
        steps.schedule(
                KIND, endpoint + " " + subject, new Delivery(id, endpoint, new Message(type, SystemTime.now(), told)));
        return id;
    }

    /** Whether an exception of this origin is a delivery that failed. */
    public static boolean isOrigin(String origin) {
        return origin.equals("step:" + KIND);
    }

    /** What is to be delivered, to whom. */
    record Delivery(UUID id, String endpoint, Message message) {}

    /** The body, as Standard Webhooks has it. */
    record Message(String type, Instant timestamp, JsonNode data) {}
}
