package io.counterfoil.order.availability;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.journey.Stay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** How far the goods of orders are. */
@RequestScoped
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
public class DeliveryResource {

    @Inject
    Allocations allocations;

    @Inject
    Journeys journeys;

    /** Deliveries by order, the oldest order first. */
    @GET
    public Page<StockJson.Delivery> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.toUuid(cursor), allocations::orders, orderId -> orderId)
                .map(this::show);
    }

    /** That of one order. */
    @GET
    @Path("{orderId}")
    public StockJson.Delivery get(@PathParam("orderId") String orderId) {
        StockJson.Delivery one = show(IdText.inPath("delivery of order", orderId));
        if (one.states().isEmpty()) {
            throw new NotFound("delivery of order", orderId);
        }
        return one;
    }

    private StockJson.Delivery show(UUID orderId) {
        List<Stay> stays = journeys.stays(ProcessKind.DELIVERY, orderId);
        return new StockJson.Delivery(
                orderId,
                stays.isEmpty()
                        ? null
                        : DeliveryState.valueOf(stays.get(stays.size() - 1).state()),
                stays);
    }
}
