package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.RequestFacts;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Map;

/** An operation as it was called: by which path, and why. */
public record Operation(Method method, Map<String, String> path, String reason) {

    public static Operation of(InvocationContext call, RequestFacts request) {
        return new Operation(
                call.getMethod(),
                Map.copyOf(request.pathParameters()),
                Reason.of(call.getParameters(), request.changeReason()));
    }

    /** Its entry in the audit trail. */
    public Audited told(JsonNode was, Object answer) {
        JsonNode is = Wording.tree(answer instanceof Response response ? response.getEntity() : answer);
        Wording wording = Wording.of(method, path);
        return new Audited(
                wording.object(), wording.objectId(answer, is), wording.act(was == null), Audited.API, reason, was, is);
    }
}
