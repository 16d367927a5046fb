package io.counterfoil.order.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import io.counterfoil.order.salesforce.RecordIds;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the notifications of a message, each once however often it is sent, and begins a process for each won deal. What
 * is authentic but can't be mapped is kept too, as an exception.
 */
@UseCase
class TakeNotifications {

    static final String ORIGIN = "webhook:salesforce";

    private final Notifications notifications;
    private final WonDeals deals;
    private final Troubles troubles;
    private final AuditTrail audit;

    @Inject
    TakeNotifications(Notifications notifications, WonDeals deals, Troubles troubles, AuditTrail audit) {
        this.notifications = notifications;
        this.deals = deals;
        this.troubles = troubles;
        this.audit = audit;
    }

    void handle(OutboundMessage message, String scrubbed) {
        Correlation.within(Correlation.current().by(RecordIds.SYSTEM), () -> take(message, scrubbed));
    }

    private void take(OutboundMessage message, String scrubbed) {
        Map<String, Notification> distinct = new LinkedHashMap<>();
        message.notifications().forEach(notification -> distinct.put(notification.id(), notification));
        UUID messageId = EventIds.next();
        Set<String> fresh = notifications.keep(distinct.values(), messageId);
        if (fresh.isEmpty()) {
            return;
        }
        notifications.keepMessage(messageId, scrubbed);
        audit.keepAll(inOrderOfRecords(distinct, fresh).stream()
                .map(one -> received(one, messageId))
                .toList());
        Set<Notification> won = new LinkedHashSet<>();
        for (Notification notification : inOrderOfRecords(distinct, fresh)) {
            Refusal unmappable = deals.unmappable(notification);
            if (unmappable == null) {
                won.add(notification);
            } else {
                byte[] original = scrubbed.getBytes(StandardCharsets.UTF_8);
                troubles.park(
                        Parked.of(ORIGIN, notification.id(), unmappable, "text/xml", original, notification.id()));
            }
        }
        deals.begin(won);
    }

    private static Audited received(Notification one, UUID messageId) {
        JsonNode after = Json.strict()
                .createObjectNode()
                .put("objectType", one.objectType())
                .put("recordId", one.recordId())
                .put("messageId", messageId.toString());
        return new Audited("webhook", one.id(), "received", RecordIds.SYSTEM, null, null, after);
    }

    /** Always in the same order, so that two messages about the same deals never block each other. */
    private static List<Notification> inOrderOfRecords(Map<String, Notification> distinct, Set<String> fresh) {
        return distinct.values().stream()
                .filter(notification -> fresh.contains(notification.id()))
                .sorted(Comparator.comparing(n -> n.recordId() == null ? "" : n.recordId()))
                .toList();
    }
}
