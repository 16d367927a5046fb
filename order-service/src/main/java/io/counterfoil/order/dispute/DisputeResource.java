package io.counterfoil.order.dispute;

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

/** What customers dispute of their invoices. */
@RequestScoped
@Path("/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DisputeResource {

    @Inject
    Disputes disputes;

    @Inject
    RaiseDispute raise;

    @Inject
    DecideDispute decide;

    /** A customer disputes an amount. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT})
    public Response raise(DisputeJson.Request wanted) {
        Invalid.requireBody(wanted);
        DisputeJson.View dispute = raise.handle(wanted);
        return answer(Response.created(URI.create("/v1/disputes/" + dispute.disputeId())), dispute);
    }

    /** Disputes, oldest first. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<DisputeJson.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("invoiceId") String invoiceId) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> disputes.after(after, IdText.inQuery("invoiceId", invoiceId), most),
                        one -> one.disputeId())
                .map(disputes::show);
    }

    /** One dispute. */
    @GET
    @Path("{disputeId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("disputeId") String disputeId) {
        return answer(Response.ok(), disputes.show(disputes.get(id(disputeId))));
    }

    /** Another person decides. */
    @POST
    @Path("{disputeId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public Response decide(@PathParam("disputeId") String disputeId, DisputeJson.Decision decision) {
        Invalid.requireBody(decision);
        return answer(Response.ok(), decide.handle(id(disputeId), decision));
    }

    private static Response answer(Response.ResponseBuilder builder, DisputeJson.View dispute) {
        return builder.tag(ETags.of(dispute.version())).entity(dispute).build();
    }

    private static UUID id(String disputeId) {
        return IdText.inPath("dispute", disputeId);
    }
}
