package io.counterfoil.order.channel;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.channel.OutboundMessage.Notification;
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

    @Inject
    TakeNotifications(Notifications notifications, WonDeals deals, Troubles troubles) {
        this.notifications = notifications;
        this.deals = deals;
        this.troubles = troubles;
    }

    void handle(OutboundMessage message, String scrubbed) {
        Map<String, Notification> distinct = new LinkedHashMap<>();
        message.notifications().forEach(notification -> distinct.put(notification.id(), notification));
        UUID messageId = EventIds.next();
        Set<String> fresh = notifications.keep(distinct.values(), messageId);
        if (fresh.isEmpty()) {
            return;
        }
        notifications.keepMessage(messageId, scrubbed);
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

    /** Always in the same order, so that two messages about the same deals never block each other. */
    private static List<Notification> inOrderOfRecords(Map<String, Notification> distinct, Set<String> fresh) {
        return distinct.values().stream()
                .filter(notification -> fresh.contains(notification.id()))
                .sorted(Comparator.comparing(n -> n.recordId() == null ? "" : n.recordId()))
                .toList();
    }
}
