package io.counterfoil.order.availability;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Shipments, confirmed by the warehouse. */
@RequestScoped
@Path("/v1/shipments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShipmentResource {

    @Inject
    Shipments shipments;

    @Inject
    ConfirmShipment confirm;

    /** Shipments, oldest first. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<StockJson.Shipment> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("orderId") String orderId) {
        return Page.read(
                limit,
                Cursor.toUuid(cursor),
                (after, most) -> shipments.after(after, IdText.inQuery("orderId", orderId), most),
                one -> one.shipmentId());
    }

    /** Goods have left. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
    public Response confirm(StockJson.Shipping wanted) {
        Invalid.requireBody(wanted);
        return Response.status(201).entity(confirm.handle(wanted)).build();
    }
}
