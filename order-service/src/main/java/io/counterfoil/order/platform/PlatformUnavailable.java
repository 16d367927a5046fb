package io.counterfoil.order.platform;

/** The product platform could not answer now; the step asks again later. */
class PlatformUnavailable extends RuntimeException {

    PlatformUnavailable(int status) {
        super("the product platform answered " + status);
    }
}
