package io.counterfoil.billing.dunning;

/**
 * One thing that a policy does.
 *
 * @param stage its name, as the reminder bears it
 * @param daysOverdue when
 */
record DunningStep(String stage, int daysOverdue, Act act) {

    /** What is done. Each is also told as a fact. */
    public enum Act {
        /** The customer is reminded. */
        REMIND,
        /** The payment is to be tried again. */
        RETRY_PAYMENT,
        /** The subscriptions of the agreement are suspended. */
        SUSPEND,
        /** It is proposed to give the invoice up. */
        PROPOSE_WRITE_OFF
    }
}
