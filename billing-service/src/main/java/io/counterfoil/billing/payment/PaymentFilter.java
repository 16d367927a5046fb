package io.counterfoil.billing.payment;

import java.util.UUID;

/** Which payments a list shows; what is null does not filter. */
record PaymentFilter(UUID customerId, PaymentState state, String gatewayReference, Boolean unapplied) {}
