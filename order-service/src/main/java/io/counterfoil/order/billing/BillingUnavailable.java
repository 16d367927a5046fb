package io.counterfoil.order.billing;

/** billing-service could not answer now; the step asks again later. */
class BillingUnavailable extends RuntimeException {

    BillingUnavailable(int status) {
        super("billing-service answered " + status);
    }
}
