package io.counterfoil.order.catalogue;

/** How revenue of a product is recognised. */
public enum RevenueTreatment {
    /** By day over the service period. */
    OVER_TIME_DAILY,
    /** At once. */
    POINT_IN_TIME
}
