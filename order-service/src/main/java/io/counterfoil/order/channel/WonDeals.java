package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.order.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Makes a process of a notification about an opportunity. */
@Dependent
class WonDeals {

    private final ProcessBook processes;

    @Inject
    WonDeals(ProcessBook processes) {
        this.processes = processes;
    }

    /** Why the notification can't begin anything; null when it can. */
    Refusal unmappable(Notification notification) {
        boolean opportunity = "Opportunity".equals(notification.objectType());
        return opportunity && RecordIds.isOne(notification.recordId())
                ? null
                : new NotificationNotMappable(notification);
    }

    /** Begins the process of the deal, unless it has one. */
    void begin(Notification notification) {
        processes.dealWon(new ExternalReference(SalesforceCrm.SYSTEM, RecordIds.complete(notification.recordId())));
    }
}
