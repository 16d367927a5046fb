package io.counterfoil.common.step;

/** How an attempt ended. A refusal of the business is thrown instead: the step is parked with it. */
public sealed interface StepOutcome {

    /** The other system has done it; what follows here is written in the transaction that ends the step. */
    static StepOutcome done(Runnable inTransaction) {
        return new Done(inTransaction);
    }

    /** It could not be done now, or nobody knows: try again later, looking before repeating. */
    static StepOutcome retry(String reason) {
        return new Again(reason);
    }

    /** @see #done */
    record Done(Runnable inTransaction) implements StepOutcome {}

    /** @see #retry */
    record Again(String reason) implements StepOutcome {}
}
