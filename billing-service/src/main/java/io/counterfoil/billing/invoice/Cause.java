package io.counterfoil.billing.invoice;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import java.util.UUID;

/**
 * Why something is billed: the business transaction and the trace that its facts belong to. In a set each order keeps its own.
 *
 * @param traceParent W3C trace context; may be null
 */
public record Cause(Correlation correlation, String traceParent) {

    /** An event of a set: its business transaction, caused by it. */
    public static Cause of(Envelope event) {
        return new Cause(
                new Correlation(event.correlationId(), event.id().toString(), event.actor()), event.traceParent());
    }

    /** The running thread, for a business transaction that is taken up again. */
    public static Cause continuing(String correlationId) {
        return new Cause(Correlation.current().continuing(correlationId), Traces.currentParent());
    }

    /** A fact that belongs to it. */
    public Addressed tells(UUID eventId, Fact fact) {
        return new Addressed(eventId, fact, correlation, traceParent);
    }
}
