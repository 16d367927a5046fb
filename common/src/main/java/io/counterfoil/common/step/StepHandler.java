package io.counterfoil.common.step;

import io.counterfoil.common.http.Refusal;
import java.util.UUID;

/**
 * Does the steps of one kind. A bean.
 *
 * <p>It may be called again for a step that was done already (killed between the call and the outcome, or timed out), so
 * it looks before it repeats, or its target absorbs the repeat by a key of ours.
 */
public interface StepHandler {

    String kind();

    /** Runs outside any transaction. A {@link Refusal} parks the step; another exception means: try again later. */
    StepOutcome run(Step step);

    /** Called in the transaction that parks the step. */
    default void parked(Step step, Refusal reason, UUID exceptionId) {}

    /** Called in the transaction that waives the exception of a parked step, which will not be done any more. */
    default void waived(Step step) {}
}
