package io.counterfoil.common.http;

import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * The business transaction of a request: taken up from {@code X-Correlation-Id}, or begun here, before anything else can
 * refuse, so that every answer names it.
 */
@Provider
@PreMatching
@Priority(0)
public class CorrelationDoor implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "X-Correlation-Id";
    private static final String NOBODY_YET = "anonymous";

    @Override
    public void filter(ContainerRequestContext request) {
        Traces.showQuery(request.getUriInfo().getRequestUri().getRawQuery());
        String given = request.getHeaderString(HEADER);
        Correlation fresh = Correlation.fresh(NOBODY_YET);
        boolean usable = given != null && given.matches("[A-Za-z0-9._:-]{1,64}");
        Correlation.restore(usable ? fresh.continuing(given) : fresh);
        if (given != null && !usable) {
            throw new Invalid(HEADER, "must be 1 to 64 letters, digits or . _ : -");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, Correlation.current().correlationId());
        Correlation.restore(null);
    }
}
