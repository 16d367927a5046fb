package io.counterfoil.order.customer;

/** customer-service could not answer now; the step asks again later. */
class CustomerServiceUnavailable extends RuntimeException {

    CustomerServiceUnavailable(int status) {
        super("customer-service answered " + status);
    }
}
