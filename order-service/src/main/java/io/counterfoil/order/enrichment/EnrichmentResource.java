package io.counterfoil.order.enrichment;

import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the values of an order come from. */
@RequestScoped
@Path("/v1/orders/{orderId}/enrichment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class EnrichmentResource {

    @Inject
    Enrichments enrichments;

    /** Every value with its source. */
    @GET
    public EnrichmentJson get(@PathParam("orderId") String orderId) {
        return new IdText(orderId).id().flatMap(enrichments::of).orElseThrow(() -> new NotFound("order", orderId));
    }
}
