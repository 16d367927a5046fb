package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.renewal.RenewalDeals;
import io.counterfoil.order.salesforce.RecordIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        begin(List.of(notification));
    }

    /** The same for the deals of a message. */
    void begin(Collection<Notification> notifications) {
        Set<String> records = notifications.stream()
                .map(notification -> RecordIds.complete(notification.recordId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> offered = renewals.offered(RecordIds.SYSTEM, records);
        offered.forEach(record -> renewals.won(RecordIds.SYSTEM, record));
        records.removeAll(offered);
        processes.dealsWon(
                RecordIds.SYSTEM,
                records.stream()
                        .map(record -> new ExternalReference(RecordIds.SYSTEM, record))
                        .toList());
    }
}
