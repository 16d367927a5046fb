package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.renewal.RenewalDeals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Makes a process of a notification about an opportunity. */
@Dependent
class WonDeals {

    private final ProcessBook processes;
    private final RenewalDeals renewals;

    @Inject
    WonDeals(ProcessBook processes, RenewalDeals renewals) {
        this.processes = processes;
        this.renewals = renewals;
    }

    /** Why the notification can't begin anything; null when it can. */
    Refusal unmappable(Notification notification) {
        boolean opportunity = "Opportunity".equals(notification.objectType());
        return opportunity && RecordIds.isOne(notification.recordId())
                ? null
                : new NotificationNotMappable(notification);
    }

    /** Begins the process of the deal, unless it has one; a deal that offers a renewal renews its contract instead. */
    void begin(Notification notification) {
        String recordId = RecordIds.complete(notification.recordId());
        if (!renewals.won(SalesforceCrm.SYSTEM, recordId)) {
            processes.dealWon(new ExternalReference(SalesforceCrm.SYSTEM, recordId));
        }
    }
}
