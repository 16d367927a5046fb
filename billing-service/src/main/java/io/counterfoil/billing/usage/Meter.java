package io.counterfoil.billing.usage;

/** What is counted, in which unit, and how the records of a period become one figure. */
record Meter(String meterId, String name, String unit, Aggregation aggregation, int version) {}
