package io.counterfoil.order.order;

import java.util.UUID;

/** An order came to nothing. Told within the transaction that gives it up, so that what was put aside for it is free again. */
public record OrderGivenUp(UUID orderId, String reason) {}
