package io.counterfoil.billing.refund;

import java.util.UUID;

/** Which refunds a list shows; what is null does not filter. */
record RefundFilter(UUID customerId, UUID paymentId, RefundState state) {}
