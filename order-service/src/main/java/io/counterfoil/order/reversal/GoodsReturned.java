package io.counterfoil.order.reversal;

import java.util.Map;
import java.util.UUID;

/** Goods came back with a return, in pieces of each line of the order. Told within the transaction that ends the return. */
public record GoodsReturned(UUID orderId, String returnNumber, Map<UUID, Long> pieces) {}
