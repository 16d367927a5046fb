package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was asked for.
 *
 * @param paymentId that of the attempt
 * @param invoice for which it is meant
 * @param attempt its number, from 1
 */
public record Awaited(UUID paymentId, String channel, Invoice invoice, Money amount, int attempt, Instant at) {}
