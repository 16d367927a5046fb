package io.counterfoil.order.customer;

/** The buyer's record in another system. */
public record CustomerReference(String system, String id) {}
