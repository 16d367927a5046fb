package io.counterfoil.order.pricing;

/** What one unit costs on its own, in one currency. */
public record StandalonePrice(String currency, UnitPrice unitPrice) {}
