package io.counterfoil.order.fulfilment;

/** Where a quote-to-cash process is. */
public enum ProcessState {
    /** The deal is being read back from the CRM and validated. */
    FETCHING("RECEIVED"),
    /** customer-service is being asked who the buyer is. */
    RESOLVING_CUSTOMER("VALIDATED"),
    /** The order is accepted; billing activates it on its start date. */
    AWAITING_ACTIVATION("ACCEPTED"),
    /** Billing has begun; not every line is invoiced. */
    AWAITING_INVOICE("ACTIVE"),
    /** Every line is invoiced; not every invoice is in the general ledger. */
    AWAITING_POSTING("ACTIVE"),
    /** The CRM is being shown the outcome. */
    WRITING_BACK("COMPLETED"),
    COMPLETED("COMPLETED"),
    /** Waits for a person or a dependency. */
    HELD("HELD"),
    REJECTED("REJECTED"),
    CANCELLED("CANCELLED");

    private final String shownInCrm;

    ProcessState(String shownInCrm) {
        this.shownInCrm = shownInCrm;
    }

    String shownInCrm() {
        return shownInCrm;
    }

    boolean isFinal() {
        return this == COMPLETED || this == REJECTED || this == CANCELLED;
    }

    /** States in which billing and ledger move the process on. */
    boolean awaitsFacts() {
        return this == AWAITING_ACTIVATION || this == AWAITING_INVOICE || this == AWAITING_POSTING;
    }

    /** States of which the CRM is told; those in between are not worth a write. */
    boolean isTold() {
        return isFinal() || this == HELD || this == WRITING_BACK;
    }
}
