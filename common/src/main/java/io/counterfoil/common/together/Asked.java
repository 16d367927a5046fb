package io.counterfoil.common.together;

import io.counterfoil.common.trace.Correlation;

/**
 * What one request of a set asks for.
 *
 * @param correlation the business transaction and the caller of this request; that of the thread is another's
 * @param traceParent W3C trace context; may be null
 */
public record Asked<T>(T body, Correlation correlation, String traceParent) {}
