package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Orders that are taken back after they were billed. */
@RequestScoped
@Path("/v1/order-reversals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReversalResource {

    @Inject
    Reversals reversals;

    @Inject
    AskForReversal ask;

    @Inject
    DecideReturn decide;

    /** Takes an order back, or asks for a return. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR})
    public Response ask(ReversalJson.Request wanted) {
        Invalid.requireBody(wanted);
        ReversalJson.View reversal = ask.handle(wanted);
        return answer(Response.created(URI.create("/v1/order-reversals/" + reversal.reversalId())), reversal);
    }

    /** Reversals, oldest first. */
    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Page<ReversalJson.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("orderId") String orderId) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> reversals.after(after, IdText.inQuery("orderId", orderId), most),
                        reversal -> reversal.reversalId())
                .map(reversals::show);
    }

    /** One reversal. */
    @GET
    @Path("{reversalId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("reversalId") String reversalId) {
        return answer(Response.ok(), reversals.show(reversals.get(id(reversalId))));
    }

    /** A second person authorises a return, or does not. */
    @POST
    @Path("{reversalId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT})
    public Response decide(@PathParam("reversalId") String reversalId, ReversalJson.Decision decision) {
        if (decision == null || decision.authorised() == null) {
            throw new Invalid("/authorised", "is required");
        }
        return answer(Response.ok(), decide.handle(id(reversalId), decision.authorised()));
    }

    private static Response answer(Response.ResponseBuilder builder, ReversalJson.View reversal) {
        return builder.tag(ETags.of(reversal.version())).entity(reversal).build();
    }

    private static UUID id(String reversalId) {
        return IdText.inPath("order reversal", reversalId);
    }
}
