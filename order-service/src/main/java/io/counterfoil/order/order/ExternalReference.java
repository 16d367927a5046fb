package io.counterfoil.order.order;

/** The record of the order in the system that it came from. */
public record ExternalReference(String system, String id) {}
