package io.counterfoil.billing.timeline;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that was recorded about a subscription. It is never edited; one that has not come into effect may be taken
 * back, which is recorded too.
 *
 * @param number counts the changes of a subscription in the order in which they were recorded
 * @param effectiveDate first day of the new state, in the past too
 */
public record Change(UUID changeId, int number, ChangeKind kind, LocalDate effectiveDate, Details details) {}
