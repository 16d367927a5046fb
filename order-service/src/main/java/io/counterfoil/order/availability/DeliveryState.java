package io.counterfoil.order.availability;

/** Where the delivery of an order is; {@code ProcessKind} has the moves. */
public enum DeliveryState {
    ALLOCATING,
    ALLOCATED,
    BACK_ORDERED,
    PARTLY_SHIPPED,
    SHIPPED,
    RETURNED,
    RELEASED
}
