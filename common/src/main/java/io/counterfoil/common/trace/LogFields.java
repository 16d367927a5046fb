package io.counterfoil.common.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Puts the correlation and trace id on every JSON log line of the server ({@code ext_correlationId}, {@code ext_traceId}).
 *
 * <p>Liberty's LogRecordContext is reached by reflection: its API jar has no dependable coordinates, and outside of
 * Liberty the service simply logs without the two fields.
 */
@ApplicationScoped
class LogFields {

    private static final Logger LOG = Logger.getLogger(LogFields.class.getName());
    private static final String API = "com.ibm.websphere.logging.hpel.LogRecordContext";
    private static final String CORRELATION_ID = "correlationId";
    private static final String TRACE_ID = "traceId";
    private static final List<String> FIELDS = List.of(CORRELATION_ID, TRACE_ID);

    // The server keeps extensions by weak reference, so they are held here.
    private final List<Object> held = new ArrayList<>();

    void register(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object started) {
        if (!isLiberty()) {
            LOG.info("log lines carry no correlation id outside of Liberty");
            return;
        }
        try {
            extend(
                    CORRELATION_ID,
                    () -> Correlation.isBound() ? Correlation.current().correlationId() : null);
            extend(TRACE_ID, LogFields::traceId);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("this server's " + API + " is not the one we know", otherVersion);
        }
    }

    /** The server outlives the application, and takes a field's name only once. */
    @PreDestroy
    void unregister() {
        if (!held.isEmpty()) {
            try {
                Class<?> context = Class.forName(API);
                for (String field : FIELDS) {
                    context.getMethod("unregisterExtension", String.class).invoke(null, field);
                }
            } catch (ReflectiveOperationException otherVersion) {
                throw new IllegalStateException("this server's " + API + " is not the one we know", otherVersion);
            }
        }
    }

    private static boolean isLiberty() {
        try {
            Class.forName(API);
            return true;
        } catch (ClassNotFoundException elsewhere) {
            return false;
        }
    }

    private void extend(String field, Supplier<String> value) throws ReflectiveOperationException {
        Class<?> context = Class.forName(API);
        Class<?> extension = Class.forName(API + "$Extension");
        Object proxy = Proxy.newProxyInstance(
                extension.getClassLoader(),
                new Class<?>[] {extension},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getValue" -> value.get();
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> field;
                });
        held.add(proxy);
        context.getMethod("registerExtension", String.class, extension).invoke(null, field, proxy);
    }

    private static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
