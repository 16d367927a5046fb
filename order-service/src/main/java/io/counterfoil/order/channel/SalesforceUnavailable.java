package io.counterfoil.order.channel;

/** Salesforce could not answer now; the step asks again later. */
class SalesforceUnavailable extends RuntimeException {

    SalesforceUnavailable(String detail) {
        super("Salesforce: " + detail);
    }
}
