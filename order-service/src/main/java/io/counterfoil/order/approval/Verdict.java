package io.counterfoil.order.approval;

/** Yes or no. */
public enum Verdict {
    APPROVE,
    REJECT
}
