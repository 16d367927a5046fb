package io.counterfoil.common.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.ext.Provider;

/** Says where the next page of a list is: {@code Link: <…?cursor=…>; rel="next"}. */
@Provider
public class NextPage implements ContainerResponseFilter {

    /** An answer that may have a next page. */
    public interface Paged {

        /** Where the next page begins; null on the last one. */
        String nextCursor();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Paged page && page.nextCursor() != null) {
            Link next = Link.fromUriBuilder(
                            request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor()))
                    .rel("next")
                    .build();
            answer.getHeaders().add(HttpHeaders.LINK, next.toString());
        }
    }
}
