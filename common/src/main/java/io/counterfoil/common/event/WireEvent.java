package io.counterfoil.common.event;

import io.counterfoil.common.db.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * An event as a message: attributes as properties named by the CloudEvents binding for JMS ({@code cloudEvents_type}),
 * JSON data in the body, the partition key as group.
 */
final class WireEvent {

    private static final String PREFIX = "cloudEvents_";

    private WireEvent() {}

    static Envelope fromOutbox(Row row, String source) {
        return new Envelope(
                row.uuid("event_id"),
                row.text("type"),
                source,
                row.text("subject"),
                row.instant("occurred_at"),
                row.text("correlation_id"),
                row.text("causation_id"),
                row.longValue("sequence"),
                row.longValue("position"),
                row.text("partition_key"),
                row.text("legal_entity"),
                row.text("actor"),
                row.text("trace_parent"),
                row.bytes("data"));
    }

    static ClientMessage message(ClientSession session, Envelope event) {
        ClientMessage message = session.createMessage(Message.BYTES_TYPE, true);
        put(message, "specversion", "1.0");
        put(message, "id", event.id().toString());
        put(message, "type", event.type());
        put(message, "source", event.source());
        put(message, "subject", event.subject());
        put(message, "time", event.time().toString());
        put(message, "datacontenttype", "application/json");
        put(message, "dataschema", dataSchema(event.type()));
        put(message, "correlationid", event.correlationId());
        put(message, "causationid", event.causationId());
        put(message, "partitionkey", event.partitionKey());
        put(message, "legalentity", event.legalEntity());
        put(message, "actor", event.actor());
        put(message, "traceparent", event.traceParent());
        message.putLongProperty(PREFIX + "sequence", event.sequence());
        message.putLongProperty(PREFIX + "position", event.position());
        message.putStringProperty(Message.HDR_GROUP_ID, SimpleString.of(event.partitionKey()));
        message.getBodyBuffer().writeBytes(event.data());
        return message;
    }

    /** Refuses, as unreadable, a message that lacks what every event of ours carries. */
    static Envelope read(ClientMessage message) {
        byte[] data = new byte[message.getBodyBuffer().readableBytes()];
        message.getBodyBuffer().readBytes(data);
        try {
            return new Envelope(
                    UUID.fromString(required(message, "id")),
                    required(message, "type"),
                    required(message, "source"),
                    required(message, "subject"),
                    Instant.parse(required(message, "time")),
                    required(message, "correlationid"),
                    text(message, "causationid"),
                    number(message, "sequence"),
                    number(message, "position"),
                    required(message, "partitionkey"),
                    text(message, "legalentity"),
                    text(message, "actor"),
                    text(message, "traceparent"),
                    data);
        } catch (RuntimeException malformed) {
            return poison(message, data);
        }
    }

    /** An envelope for what is no event of ours, so that it is parked with its bytes like any other poison. */
    private static Envelope poison(ClientMessage message, byte[] data) {
        UUID id = EventIds.derived(new UUID(0, message.getMessageID()), "unreadable message");
        return new Envelope(
                id,
                Inbox.POISON,
                "/unknown",
                id.toString(),
                Instant.ofEpochMilli(message.getTimestamp()),
                id.toString(),
                null,
                0,
                0,
                id.toString(),
                null,
                null,
                null,
                data);
    }

    /** {@code urn:counterfoil:billing:invoice-issued:v1} for {@code io.counterfoil.billing.invoice.issued.v1}. */
    static String dataSchema(String type) {
        String[] parts = type.split("\\.");
        if (parts.length < 6) {
            return "urn:counterfoil:" + type.toLowerCase(Locale.ROOT);
        }
        return "urn:counterfoil:" + parts[2] + ":" + parts[3] + "-" + parts[4] + ":" + parts[5];
    }

    private static void put(ClientMessage message, String attribute, String value) {
        if (value != null) {
            message.putStringProperty(PREFIX + attribute, value);
        }
    }

    private static String text(ClientMessage message, String attribute) {
        return message.getStringProperty(PREFIX + attribute);
    }

    private static String required(ClientMessage message, String attribute) {
        String value = text(message, attribute);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("attribute '" + attribute + "' is missing");
        }
        return value;
    }

    private static long number(ClientMessage message, String attribute) {
        return message.getLongProperty(PREFIX + attribute);
    }
}
