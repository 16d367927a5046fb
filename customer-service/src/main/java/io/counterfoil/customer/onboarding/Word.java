package io.counterfoil.customer.onboarding;

import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import io.counterfoil.customer.matching.Account;
import io.counterfoil.customer.reference.ExternalReference;
import io.opentelemetry.api.trace.SpanKind;

/**
 * What another system says of one customer among many, and to which business transaction it belongs.
 *
 * @param correlationId null where it belongs to the request's
 * @param traceParent of the span that asks; may be null
 */
record Word(ExternalReference reference, Said said, String correlationId, String traceParent) {

    Account account() {
        return new Account(
                reference,
                said.attributes().taxRegistrations(),
                said.attributes().likeness());
    }

    /** Does the work within its business transaction. */
    void within(Runnable work) {
        Correlation mine = correlationId == null
                ? Correlation.current()
                : Correlation.current().continuing(correlationId);
        Correlation.within(mine, () -> Traces.continued(traceParent, "onboard customer", SpanKind.INTERNAL, work));
    }
}
