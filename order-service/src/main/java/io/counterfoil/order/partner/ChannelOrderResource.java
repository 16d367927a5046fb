package io.counterfoil.order.partner;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import io.counterfoil.order.terms.OrderNotAcceptable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;

/** Orders of partners. A partner sees its own alone. */
@RequestScoped
@Path("/v1/channel-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChannelOrderResource {

    /** Belongs to nobody. */
    private static final String NOBODY = "";

    @Inject
    Partners partners;

    @Inject
    ChannelOrders orders;

    @Inject
    PlaceChannelOrder place;

    @Inject
    Caller caller;

    @Context
    SecurityContext security;

    /** A partner orders. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed(Roles.PARTNER)
    public Response place(PartnerJson.Request wanted) {
        Invalid.requireBody(wanted);
        PartnerJson.Order order = placed(wanted);
        return Response.created(URI.create("/v1/channel-orders/" + order.orderId()))
                .entity(order)
                .build();
    }

    private PartnerJson.Order placed(PartnerJson.Request wanted) {
        try {
            return place.handle(wanted, caller.sub());
        } catch (OrderNotAcceptable refused) {
            throw refused.toOutsiders();
        }
    }

    /** Orders, oldest first. */
    @GET
    @RolesAllowed({Roles.PARTNER, Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PartnerJson.Order> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(
                limit,
                Cursor.toUuid(cursor),
                (after, most) -> orders.after(after, onlyFor(), most),
                one -> one.orderId());
    }

    /** One order. */
    @GET
    @Path("{orderId}")
    @RolesAllowed({Roles.PARTNER, Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public PartnerJson.Order get(@PathParam("orderId") String orderId) {
        String partner = onlyFor();
        return new IdText(orderId)
                .id()
                .flatMap((UUID id) -> orders.find(id))
                .filter(one -> partner == null || partner.equals(one.partnerId()))
                .orElseThrow(() -> new NotFound("order of a partner", orderId));
    }

    /** Whose orders the caller may see; null: everybody's. */
    private String onlyFor() {
        boolean staff = Roles.STAFF.stream().anyMatch(security::isUserInRole);
        return staff
                ? null
                : partners.ofMember(caller.sub()).map(Partner::partnerId).orElse(NOBODY);
    }
}
