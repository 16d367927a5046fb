package io.counterfoil.warehouse.part;

import jakarta.enterprise.context.Dependent;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;
import org.eclipse.microprofile.faulttolerance.FallbackHandler;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** What stands in the place of an answer that did not come. */
@Dependent
class NoAnswer implements FallbackHandler<Reply> {

    private static final Logger LOG = Logger.getLogger(NoAnswer.class.getName());

    @Override
    public Reply handle(ExecutionContext asked) {
        Part part = ((Question) asked.getParameters()[0]).part();
        LOG.log(Level.INFO, asked.getFailure(), () -> part.service() + " did not answer");
        return Reply.down(part, reason(asked.getFailure()));
    }

    private static String reason(Throwable failure) {
        if (failure instanceof CircuitBreakerOpenException) {
            return "it has not answered lately and is left in peace for some seconds";
        }
        return failure instanceof TimeoutException ? "it did not answer in time" : "it can't be reached";
    }
}
