package io.counterfoil.common.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Says by {@code Link: rel="next"} where the next page of a list is, for clients that follow links. */
@Provider
public class PageLinks implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page && page.nextCursor() != null) {
            URI asked = request.getUriInfo().getRequestUri();
            String next = UriBuilder.fromPath(asked.getRawPath())
                    .replaceQuery(asked.getRawQuery())
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build()
                    .toString();
            response.getHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
    }
}
