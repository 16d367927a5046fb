package io.counterfoil.billing.paymentmethod;

import java.util.UUID;

/** Tells within the transaction that a customer's invoices can be collected from now on, or otherwise than before. */
public record MethodStored(UUID customerId) {}
