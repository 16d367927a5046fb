package io.counterfoil.order.deal;

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

/** The parts of a deal. */
@RequestScoped
@Path("/v1/orders/{orderId}/deal")
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
public class DealResource {

    @Inject
    DealParts parts;

    /** The deal to which an order belongs. */
    @GET
    public DealJson get(@PathParam("orderId") String orderId) {
        return new IdText(orderId).id().flatMap(parts::of).orElseThrow(() -> new NotFound("order", orderId));
    }
}
