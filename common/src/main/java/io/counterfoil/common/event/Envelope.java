package io.counterfoil.common.event;

import io.counterfoil.common.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrives: CloudEvents 1.0.2 attributes and the data as it was sent.
 *
 * @param id the inbox key
 * @param type CloudEvents type with its major version
 * @param source the producing context, such as {@code /billing}
 * @param subject the aggregate's id
 * @param time when it happened (business time of the producer)
 * @param correlationId the business transaction
 * @param causationId the event or command that led here; may be null
 * @param sequence dense per subject, from 1
 * @param position dense per producer in the order of publication, from 1
 * @param partitionKey what is kept in order
 * @param legalEntity may be null
 * @param actor the {@code sub} of who caused it; may be null
 * @param traceParent W3C trace context; may be null
 * @param data JSON, as sent
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        String correlationId,
        String causationId,
        long sequence,
        long position,
        String partitionKey,
        String legalEntity,
        String actor,
        String traceParent,
        byte[] data) {

    /**
     * The data as the consumer's own record; fields that it does not know are ignored.
     *
     * @throws UnreadableEvent when the data is no JSON of that shape
     */
    public <T> T dataAs(Class<T> type) {
        try {
            return Json.lenient().readValue(data, type);
        } catch (IOException unreadable) {
            throw new UnreadableEvent(this, unreadable);
        }
    }

    /** The same event, seen from the span that handles it, so that what follows is that span's child. */
    Envelope continuedBy(String parent) {
        return new Envelope(
                id,
                type,
                source,
                subject,
                time,
                correlationId,
                causationId,
                sequence,
                position,
                partitionKey,
                legalEntity,
                actor,
                parent == null ? traceParent : parent,
                data);
    }

    @Override
    public String toString() {
        return type + " " + id + " of " + subject;
    }
}
