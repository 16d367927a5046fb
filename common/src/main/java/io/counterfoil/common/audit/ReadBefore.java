package io.counterfoil.common.audit;

import io.counterfoil.common.http.RequestFacts;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Reads what is there before anything is changed, while no transaction holds a connection. */
@Recorded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 10)
public class ReadBefore {

    @Inject
    RequestFacts request;

    @Inject
    ChangeAtHand change;

    @AroundInvoke
    Object read(InvocationContext call) throws Exception {
        change.was(Reading.of(call.getMethod())
                .flatMap(reading -> reading.from(call.getTarget(), request.pathParameters()))
                .orElse(null));
        return call.proceed();
    }
}
