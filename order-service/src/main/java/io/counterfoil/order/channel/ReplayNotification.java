package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tries again to make a process of a parked notification. */
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
    public void replay(Trouble trouble) {
        Notification notification = notifications.byId(trouble.attributes());
        Refusal unmappable = deals.unmappable(notification);
        if (unmappable != null) {
            throw unmappable;
        }
        deals.begin(notification);
    }
}
