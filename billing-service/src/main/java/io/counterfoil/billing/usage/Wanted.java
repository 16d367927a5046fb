package io.counterfoil.billing.usage;

import io.counterfoil.billing.rating.ServicePeriod;
import java.util.UUID;

/**
 * A question: what was used of a meter by a subscription in a period.
 *
 * @param singly whether the price asks for each use
 */
record Wanted(UUID subscriptionId, Meter meter, ServicePeriod period, boolean singly) {}
