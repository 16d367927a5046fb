package io.counterfoil.common.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.util.UUID;

/**
 * One piece of work that must talk to another system.
 *
 * @param kind names its handler
 * @param subject what it concerns; steps of one kind and subject are done one after the other
 * @param payload JSON, the handler's own
 * @param attempts how often it was begun, this time included
 */
public record Step(
        UUID id,
        String kind,
        String subject,
        String payload,
        int attempts,
        Correlation correlation,
        String traceParent) {

    /** The payload as the handler's record. */
    public <T> T payloadAs(Class<T> type) {
        try {
            return Json.lenient().readValue(payload, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("step " + id + " has no readable payload", corrupt);
        }
    }

    /** Does the work bound to the step's business transaction and in a span of its trace. */
    public void within(Runnable work) {
        Correlation.within(
                correlation,
                () -> Traces.continued(traceParent, "step " + kind, SpanKind.INTERNAL, () -> {
                    Traces.about(payload);
                    work.run();
                }));
    }

    static Step read(Row row) {
        return new Step(
                row.uuid("id"),
                row.text("kind"),
                row.text("subject"),
                row.text("payload"),
                row.intValue("attempts"),
                new Correlation(row.text("correlation_id"), row.text("causation_id"), row.text("actor")),
                row.text("trace_parent"));
    }
}
