package io.counterfoil.warehouse.reconciliation;

/** Why a reconciliation ran. */
public enum Trigger {
    REQUESTED,
    CONTINUOUS
}
