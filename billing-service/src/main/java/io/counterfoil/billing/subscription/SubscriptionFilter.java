package io.counterfoil.billing.subscription;

import java.util.UUID;

/** Which subscriptions a list shows; what is null does not filter. */
record SubscriptionFilter(UUID customerId, UUID orderId, SubscriptionState state) {}
