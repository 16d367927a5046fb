package io.counterfoil.common.audit;

import io.counterfoil.common.db.UndoneByRefusal;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

/** One call of an operation with its entry in the audit trail, in one transaction. */
@ApplicationScoped
class RecordedCall {

    @Inject
    AuditTrail trail;

    @Inject
    RequestFacts request;

    @Inject
    ChangeAtHand change;

    @UndoneByRefusal
    @Transactional(rollbackOn = Exception.class, dontRollbackOn = Refusal.class)
    public Object once(InvocationContext call) throws Exception {
        long before = AuditTrail.keptByThread();
        Object answer = call.proceed();
        if (AuditTrail.keptByThread() == before) { // else who knows more has said it already
            keep(call, answer);
        }
        return answer;
    }

    private void keep(InvocationContext call, Object answer) {
        boolean created = answer instanceof Response response && response.getStatus() == 201;
        trail.keep(Operation.of(call, request).told(created ? null : change.before(), answer));
    }
}
