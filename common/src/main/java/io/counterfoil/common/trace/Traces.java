package io.counterfoil.common.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Carries the W3C trace context across the places where no framework does: outbox, inbox and persistent steps. */
@ApplicationScoped
public class Traces {
    /** As W3C Trace Context writes it, 2021: version, trace, span, flags. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private static final String CORRELATION_ID = "counterfoil.correlation_id";

    private static volatile Tracer tracer;

    /** The container's tracer is injected; static use keeps handlers free of plumbing. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started, Instance<Tracer> tracers) {
        if (tracers.isResolvable()) {
            tracer = tracers.get();
        }
    }

    /** The running span as {@code traceparent}, or null where none is recorded. */
    public static String currentParent() {
        return traceParent(Span.current().getSpanContext());
    }

    private static String traceParent(SpanContext span) {
        if (!span.isValid()) {
            return null;
        }
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    /** Shows another path on the server's span: for a path that holds a secret, which no telemetry may carry. */
    public static void showPath(String path) {
        Span.current().setAttribute("url.path", path);
    }

    /** Shows on the server's span which parameters a query has, and nothing of what the caller wrote behind them; null is none. */
    public static void showQuery(String query) {
        if (query != null) {
            Span.current().setAttribute("url.query", QueryNames.of(query));
        }
    }

    /** Names the business transaction that the running span belongs to. */
    public static void belongsTo(String correlationId) {
        Span.current().setAttribute(CORRELATION_ID, correlationId);
    }

    /** Names what the running span is about: the ids and numbers of a fact or of a step's payload, in JSON. */
    public static void about(byte[] json) {
        Subjects.write(Span.current(), json);
    }

    public static void about(String json) {
        Subjects.write(Span.current(), json);
    }

    /** The trace id within a {@code traceparent}, or null. */
    public static String traceId(String traceParent) {
        return traceParent == null || traceParent.length() < 35 ? null : traceParent.substring(3, 35);
    }

    /** Does the work in a span that is a child of the given one. */
    public static <T> T continued(String traceParent, String name, SpanKind kind, Supplier<T> work) {
        Span span = start(traceParent, name, kind, Correlation.current().correlationId());
        try (Scope scope = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    public static void continued(String traceParent, String name, SpanKind kind, Runnable work) {
        continued(traceParent, name, kind, () -> {
            work.run();
            return null;
        });
    }

    /** Does work of another trace in a set, as if its own thread did it; no span of its own. */
    public static void within(String traceParent, Runnable work) {
        if (Objects.equals(traceParent, currentParent())) {
            work.run();
            return;
        }
        try (Scope scope = parent(traceParent).makeCurrent()) {
            work.run();
        }
    }

    /** A span for work that is done together with that of others; the caller ends it. */
    public static OpenSpan open(String traceParent, String name, SpanKind kind, String correlationId) {
        return new OpenSpan(start(traceParent, name, kind, correlationId));
    }

    /** A span that is not the thread's current one. */
    public record OpenSpan(Span span) {
        public String parent() {
            return traceParent(span.getSpanContext());
        }

        public void about(byte[] json) {
            Subjects.write(span, json);
        }

        public void end() {
            span.end();
        }
    }

    private static Span start(String traceParent, String name, SpanKind kind, String correlationId) {
        Tracer current = tracer == null ? OpenTelemetry.noop().getTracer("counterfoil") : tracer;
        Context parent = parent(traceParent);
        SpanBuilder span = current.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .setAttribute(CORRELATION_ID, correlationId);
        if (kind == SpanKind.CONSUMER) {
            span.addLink(Span.fromContext(parent)
                    .getSpanContext()); // to the message's sender, as tools of messaging expect it
        }
        return span.startSpan();
    }

    private static Context parent(String traceParent) {
        if (traceParent == null || !TRACE_PARENT.matcher(traceParent).matches()) {
            return Context.root(); // a span that can't be continued is no reason to refuse the work
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                traceId(traceParent),
                traceParent.substring(36, 52),
                TraceFlags.fromHex(traceParent, 53),
                TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }
}
