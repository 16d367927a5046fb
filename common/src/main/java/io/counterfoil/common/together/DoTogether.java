package io.counterfoil.common.together;

import io.counterfoil.common.audit.Operation;
import io.counterfoil.common.http.Answers;
import io.counterfoil.common.http.RequestFacts;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Brings a request into a set; it stands before all that does a request alone, and steps aside where no set can be made. */
@Together(InSets.class)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE - 20)
public class DoTogether {

    @Inject
    Sets sets;

    @Inject
    Answers answers;

    @Inject
    RequestFacts request;

    @AroundInvoke
    Object together(InvocationContext call) throws Exception {
        Together marked = call.getMethod().getAnnotation(Together.class);
        Optional<Answers.Keyed> key = answers.keyed();
        if (marked == null || key.isEmpty()) {
            return call.proceed();
        }
        Asked<Object> asked = new Asked<>(call.getParameters()[0], Correlation.current(), Traces.currentParent());
        Optional<Response> answer =
                sets.answer(marked.value(), new Sets.Request(asked, key.get(), Operation.of(call, request)));
        return answer.isPresent() ? answer.get() : call.proceed();
    }
}
