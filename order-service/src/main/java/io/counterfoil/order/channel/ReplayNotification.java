package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tries again to make a process of a parked notification, or of what two people have made of it. */
@Dependent
class ReplayNotification implements Replay {

    private final Notifications notifications;
    private final WonDeals deals;

    @Inject
    ReplayNotification(Notifications notifications, WonDeals deals) {
        this.notifications = notifications;
        this.deals = deals;
    }

    @Override
    public boolean replays(String origin) {
        return TakeNotifications.ORIGIN.equals(origin);
    }

    @Override
    public boolean takesEdits(Trouble trouble) {
        return true;
    }

    @Override
    public void replay(Trouble trouble) {
        Notification notification = notification(trouble);
        Refusal unmappable = deals.unmappable(notification);
        if (unmappable != null) {
            throw unmappable;
        }
        deals.begin(notification);
    }

    /** As it was kept; where two people have edited its message, as that says it now. */
    private Notification notification(Trouble trouble) {
        String id = trouble.attributes();
        if (trouble.edited() == null) {
            return notifications.byId(id);
        }
        return OutboundMessageReader.read(trouble.edited()).notifications().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotificationEditedAway(id));
    }

    /** The edit has another message than the one that is parked. */
    static final class NotificationEditedAway extends Refusal {
        NotificationEditedAway(String id) {
            super(
                    422,
                    TroubleClass.SCHEMA,
                    "The edited message has no notification " + id,
                    "Propose the original message with its record mended; the Id of the notification must stay.");
        }
    }
}
