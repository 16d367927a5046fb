package io.counterfoil.common.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.ext.Provider;

/** Says in a header too where the next page of a list is: {@code Link: <...>; rel="next"}. */
@Provider
public class NextLink implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
            Link next = Link.fromUriBuilder(
                            request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor()))
                    .rel("next")
                    .build();
            response.getHeaders().putSingle(HttpHeaders.LINK, next.toString());
        }
    }
}
