package io.counterfoil.order.fulfilment;

import java.util.UUID;

/** What a step of this process carries: the order; all else is read when the step runs. */
record OrderStep(UUID orderId) {}
