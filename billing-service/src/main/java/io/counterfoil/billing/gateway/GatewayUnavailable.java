package io.counterfoil.billing.gateway;

/** The gateway gave no answer that means anything: nobody knows what it did. */
final class GatewayUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GatewayUnavailable(String what) {
        super(what);
    }
}
