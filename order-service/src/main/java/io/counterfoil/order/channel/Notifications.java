package io.counterfoil.order.channel;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The notifications that were received, each once. */
@Dependent
class Notifications {

    private final Database database;

    @Inject
    Notifications(Database database) {
        this.database = database;
    }

    /** Keeps those that are not known yet and returns their ids; in the order of ids, so that two messages never block each other. */
    Set<String> keep(Collection<Notification> notifications, UUID messageId) {
        return new HashSet<>(database.query(
                        """
                        insert into salesforce_notification (notification_id, message_id, object_type, record_id)
                        select n.id, ?, n.type, nullif(n.record, '')
                        from unnest(?::text[], ?::text[], ?::text[]) as n(id, type, record)
                        order by n.id
                        on conflict do nothing
                        returning notification_id
                        """,
                        messageId,
                        notifications.stream().map(Notification::id).toList(),
                        notifications.stream().map(Notification::objectType).toList(),
                        notifications.stream()
                                .map(n -> n.recordId() == null ? "" : n.recordId())
                                .toList())
                .list(row -> row.text("notification_id")));
    }

    void keepMessage(UUID messageId, String scrubbed) {
        database.update(
                "insert into salesforce_message (message_id, received_at, body) values (?, ?, ?)",
                messageId,
                SystemTime.now(),
                scrubbed);
    }

    /** The notification as it was kept. */
    Notification byId(String notificationId) {
        return database.query(
                        "select notification_id, object_type, record_id from salesforce_notification where notification_id = ?",
                        notificationId)
                .one(row ->
                        new Notification(row.text("notification_id"), row.text("object_type"), row.text("record_id")))
                .orElseThrow();
    }
}
