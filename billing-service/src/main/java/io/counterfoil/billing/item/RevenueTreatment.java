package io.counterfoil.billing.item;

/** How the ledger will recognise it. */
public enum RevenueTreatment {
    OVER_TIME_DAILY,
    POINT_IN_TIME
}
