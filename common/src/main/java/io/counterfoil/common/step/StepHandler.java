package io.counterfoil.common.step;

import io.counterfoil.common.http.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Does the steps of one kind. A bean.
 *
 * <p>It may be called again for a step that was done already (killed between the call and the outcome, or timed out), so
 * it looks before it repeats, or its target absorbs the repeat by a key of ours.
 */
public interface StepHandler {

    String kind();

    /**
     * Whether it calls addresses of others that may take their time. Such steps are all done by one and the same worker, so
     * that they never hold up those on which the business waits.
     */
    default boolean isUnhurried() {
        return false;
    }

    /** Runs outside any transaction. A {@link Refusal} parks the step; another exception means: try again later. */
    StepOutcome run(Step step);

    /** How many steps {@link #runAll} takes at once; 1 where each is done by itself. */
    default int most() {
        return 1;
    }

    /**
     * Does many first attempts together, outside any transaction. What is returned is done in the transaction that ends them
     * all, and names those that it left: each of them is tried again by itself, as all are when anything is thrown. So what
     * is refused is refused alone, with nobody beside it.
     */
    default Supplier<Set<UUID>> runAll(List<Step> steps) {
        throw new UnsupportedOperationException(kind() + " does one step at a time");
    }

    /** Called in the transaction that parks the step. */
    default void parked(Step step, Refusal reason, UUID exceptionId) {}

    /** Called in the transaction that waives the exception of a parked step, which will not be done any more. */
    default void waived(Step step) {}
}
