package io.counterfoil.common.http;

import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Callable;

/** Puts {@link Answers} around a resource method that is marked {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotentCall {

    static final int LONGEST_KEY = 255;

    @Inject
    Answers answers;

    @Inject
    RequestFacts request;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Idempotent marked = call.getMethod().getAnnotation(Idempotent.class);
        String key = request.idempotencyKey();
        if (key == null) {
            if (marked != null && marked.required()) {
                throw new IdempotencyKeyMissing();
            }
            return call.proceed();
        }
        if (key.length() > LONGEST_KEY) {
            throw new Invalid("Idempotency-Key", "is longer than " + LONGEST_KEY + " characters");
        }
        Callable<Response> effect = () -> response(call.proceed());
        Response answer = answers.once(key, effect);
        return call.getMethod().getReturnType() == Response.class ? answer : throwAsAnswer(answer);
    }

    /** A method that returns its entity gets the kept answer through JAX-RS, which takes it as it is. */
    private static Object throwAsAnswer(Response answer) {
        throw new KeptAnswer(answer);
    }

    private static Response response(Object result) {
        if (result instanceof Response response) {
            return response;
        }
        return result == null
                ? Response.noContent().build()
                : Response.ok(result).build();
    }

    /** Carries an answer past a method's return type. */
    static final class KeptAnswer extends jakarta.ws.rs.WebApplicationException {
        KeptAnswer(Response answer) {
            super(answer);
        }
    }

    /** What moves money is not done without a key. */
    public static final class IdempotencyKeyMissing extends Refusal {
        IdempotencyKeyMissing() {
            super(
                    400,
                    TroubleClass.SCHEMA,
                    "The header Idempotency-Key is missing",
                    "Send a key that is new for each new request and the same for its repeats.");
        }
    }
}
