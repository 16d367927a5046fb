package io.counterfoil.order.customer;

import io.counterfoil.common.money.Money;

/**
 * Who wants to buy for how much, and in which business transaction.
 *
 * @param value null where it is not to be held against the buyer's credit
 */
public record Purchase(CustomerClaim claim, Money value, String correlationId, String traceParent) {}
