package io.counterfoil.order.order;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;

/** Orders, read. They are placed and cancelled by the intake. */
@RequestScoped
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.PARTNER,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class OrderResource {

    @Inject
    Orders orders;

    @Inject
    Sight sight;

    @Context
    SecurityContext security;

    /** Orders, oldest first. */
    @GET
    public Page<OrderJson> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("state") String state,
            @QueryParam("orderNumber") String orderNumber,
            @QueryParam("customerId") String customerId,
            @QueryParam("externalId") String externalId) {
        Orders.OrderFilter filter = new Orders.OrderFilter(
                state(state),
                orderNumber,
                IdText.inQuery("customerId", customerId),
                externalId,
                sight.narrowedTo(security));
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> orders.after(after, filter, most),
                        order -> order.orderId())
                .map(OrderJson::of);
    }

    /** One order. */
    @GET
    @Path("{orderId}")
    public Response get(@PathParam("orderId") String orderId) {
        Order order = new IdText(orderId)
                .id()
                .filter(id -> sight.sees(id, security))
                .flatMap(orders::find)
                .orElseThrow(() -> new NotFound("order", orderId));
        return Response.ok(OrderJson.of(order)).tag(ETags.of(order.version())).build();
    }

    private static OrderState state(String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(OrderState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Invalid("?state", "must be one of " + Arrays.toString(OrderState.values())));
    }
}
