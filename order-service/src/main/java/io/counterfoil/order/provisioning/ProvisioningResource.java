package io.counterfoil.order.provisioning;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the product platform was asked. */
@RequestScoped
@Path("/v1/provisionings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
public class ProvisioningResource {

    @Inject
    HandOffs handOffs;

    @Inject
    Journeys journeys;

    /** Hand-offs, oldest first. */
    @GET
    public Page<ProvisioningJson.View> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.toUuid(cursor), handOffs::after, one -> one.orderId())
                .map(this::show);
    }

    /** That of one order. */
    @GET
    @Path("{orderId}")
    public Response get(@PathParam("orderId") String orderId) {
        HandOff one = new IdText(orderId)
                .id()
                .flatMap(handOffs::find)
                .orElseThrow(() -> new NotFound("provisioning of order", orderId));
        return Response.ok(show(one)).tag(ETags.of(one.version())).build();
    }

    private ProvisioningJson.View show(HandOff one) {
        return new ProvisioningJson.View(
                one.orderId(),
                one.orderNumber(),
                one.customerId(),
                one.state(),
                one.platformId(),
                one.reason(),
                one.correlationId(),
                journeys.stays(ProcessKind.PROVISIONING, one.orderId()),
                one.version());
    }
}
