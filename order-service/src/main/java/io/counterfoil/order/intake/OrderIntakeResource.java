package io.counterfoil.order.intake;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import io.counterfoil.order.order.OrderJson;
import io.counterfoil.order.terms.OrderNotAcceptable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;

/** Orders, placed and given up. */
@RequestScoped
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderIntakeResource {

    private static final int LONGEST_REASON = 500;

    @Inject
    PlaceOrder placeOrder;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    Caller caller;

    @Context
    SecurityContext security;

    /** Places an order without a CRM. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.SALES, Roles.PARTNER, Roles.INTEGRATION, Roles.OPERATOR})
    public Response place(OrderRequest request) {
        boolean staff = Roles.STAFF.stream().anyMatch(security::isUserInRole);
        OrderJson order = placed(request, staff);
        return Response.created(URI.create("/v1/orders/" + order.orderId()))
                .tag(ETags.of(order.version()))
                .entity(order)
                .build();
    }

    private OrderJson placed(OrderRequest request, boolean staff) {
        try {
            return placeOrder.handle(
                    RequestCheck.of(request), request.externalReference(), staff ? null : caller.sub());
        } catch (OrderNotAcceptable refused) {
            throw staff ? refused : refused.toOutsiders();
        }
    }

    /** Takes an order back. */
    @POST
    @Path("{orderId}/cancellation")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR})
    public Response cancel(@PathParam("orderId") String orderId, OrderRequest.Cancellation cancellation) {
        String reason = cancellation == null ? null : cancellation.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Invalid("/reason", "must have from 1 to " + LONGEST_REASON + " characters");
        }
        OrderJson order = cancelOrder.handle(IdText.inPath("order", orderId), reason);
        return Response.ok(order).tag(ETags.of(order.version())).build();
    }
}
