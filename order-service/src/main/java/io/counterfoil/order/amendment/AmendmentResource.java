package io.counterfoil.order.amendment;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import io.counterfoil.order.amendment.MoveAmendment.Wish;
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

/** Changes of contracts: asked for, confirmed, withdrawn, taken back. */
@RequestScoped
@Path("/v1/amendments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AmendmentResource {

    private static final int LONGEST_REASON = 500;

    @Inject
    Amendments amendments;

    @Inject
    RequestAmendment request;

    @Inject
    MoveAmendment move;

    /** Asks for a change of a line; what it would bill follows. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response request(AmendmentJson.Request wanted) {
        Invalid.requireBody(wanted);
        AmendmentJson.View amendment = request.handle(wanted);
        return answer(Response.created(URI.create("/v1/amendments/" + amendment.amendmentId())), amendment);
    }

    /** Amendments, oldest first. */
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
    public Page<AmendmentJson.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("contractId") String contractId) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> amendments.after(after, IdText.inQuery("contractId", contractId), most),
                        amendment -> amendment.amendmentId())
                .map(amendments::show);
    }

    /** One amendment. */
    @GET
    @Path("{amendmentId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("amendmentId") String amendmentId) {
        return answer(Response.ok(), amendments.show(amendments.get(id(amendmentId))));
    }

    /** What it comes to is right. */
    @POST
    @Path("{amendmentId}/confirmation")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response confirm(@PathParam("amendmentId") String amendmentId) {
        return answer(Response.ok(), move.handle(id(amendmentId), Wish.CONFIRM, null));
    }

    /** Nobody wants it any more; nothing was changed. */
    @POST
    @Path("{amendmentId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response withdraw(@PathParam("amendmentId") String amendmentId, AmendmentJson.Reason why) {
        return answer(Response.ok(), move.handle(id(amendmentId), Wish.WITHDRAW, words(why)));
    }

    /** It is to be as if it had never been. */
    @POST
    @Path("{amendmentId}/compensation")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR})
    public Response compensate(@PathParam("amendmentId") String amendmentId, AmendmentJson.Reason why) {
        return answer(Response.ok(), move.handle(id(amendmentId), Wish.COMPENSATE, words(why)));
    }

    private static Response answer(Response.ResponseBuilder builder, AmendmentJson.View amendment) {
        return builder.tag(ETags.of(amendment.version())).entity(amendment).build();
    }

    private static String words(AmendmentJson.Reason why) {
        String text = why == null ? null : why.reason();
        if (text == null || text.isBlank() || text.length() > LONGEST_REASON) {
            throw new Invalid("/reason", "must have from 1 to " + LONGEST_REASON + " characters");
        }
        return text;
    }

    private static UUID id(String amendmentId) {
        return IdText.inPath("amendment", amendmentId);
    }
}
