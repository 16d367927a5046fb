package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** An authentic notification about something that is nothing to us; it is kept for a person to look at. */
public final class NotificationNotMappable extends Refusal {

    NotificationNotMappable(OutboundMessage.Notification notification) {
        super(
                422,
                TroubleClass.MAPPING,
                "Notification " + notification.id() + " is about a record of type " + notification.objectType()
                        + ", and only opportunities begin a process",
                "Correct the workflow rule in Salesforce that sends it, then waive this exception; if an opportunity"
                        + " was meant, edit the message to name it.");
    }
}
