package io.counterfoil.common.audit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Keeps the change in its own transaction: both are there, or neither. It stands behind the check of the idempotency key, so
 * that a repeat, which changes nothing, leaves no trace.
 */
@Recorded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 10)
public class KeepChange {

    @Inject
    RecordedCall recorded;

    @AroundInvoke
    Object keep(InvocationContext call) throws Exception {
        return recorded.once(call);
    }
}
