package io.counterfoil.order.salesforce;

/** Salesforce could not answer now; the step asks again later. */
class SalesforceUnavailable extends RuntimeException {

    SalesforceUnavailable(String detail) {
        super("Salesforce: " + detail);
    }
}
