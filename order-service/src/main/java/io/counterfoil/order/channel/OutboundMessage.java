package io.counterfoil.order.channel;

import java.util.List;

/**
 * One outbound message: up to a hundred notifications of one organization.
 *
 * @param sessionId a live session of the sending user, if the administrator chose to send one; never stored
 */
record OutboundMessage(String organizationId, String sessionId, List<Notification> notifications) {

    /**
     * Something happened to a record.
     *
     * @param id unique; the same when the message is sent again
     * @param objectType such as Opportunity
     * @param recordId of the record; null when the message does not have it
     */
    record Notification(String id, String objectType, String recordId) {}
}
