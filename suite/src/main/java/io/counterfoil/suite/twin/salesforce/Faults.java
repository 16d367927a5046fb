package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The faults that a test switches on, all off by default.
 *
 * @param down every request of the API is cut off without an answer
 * @param delayMillis each answer of the API comes this much later
 * @param failNext so many requests fail with {@code failStatus} before anything is done
 * @param failStatus 403 is the exhausted request limit, 429 the edge's throttle, else a failure of the server
 * @param commitThenHangUpNext so many updates are done and their answer is lost
 * @param duplicateNotifications further copies of each outbound message, at once
 * @param reverseNotifications the latest first
 * @param notificationDelayMillis outbound messages wait this long
 * @param queryBatchSize rows in one page of a query
 * @param schemaDrift answers have further fields, in another order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Faults(
        boolean down,
        int delayMillis,
        int failNext,
        int failStatus,
        int commitThenHangUpNext,
        int duplicateNotifications,
        boolean reverseNotifications,
        int notificationDelayMillis,
        int queryBatchSize,
        boolean schemaDrift) {

    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(false, 0, 0, 0, 0, 0, false, 0, 0, false);
}
