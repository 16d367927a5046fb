package io.counterfoil.order.terms;

/** One broken rule: where (JSON pointer into the request) and what is wrong, with the values concerned. */
public record Breach(Rule rule, String pointer, String detail) {}
