package io.counterfoil.order.renewal;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
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
import java.util.UUID;

/** Renewals of contracts: seen, accepted, declined. */
@RequestScoped
@Path("/v1/renewals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RenewalResource {

    @Inject
    Renewals renewals;

    @Inject
    DecideRenewal decide;

    /** Renewals, oldest first. */
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
    public Page<RenewalJson.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("contractId") String contractId) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> renewals.after(after, IdText.inQuery("contractId", contractId), most),
                        renewal -> renewal.renewalId())
                .map(renewals::show);
    }

    /** One renewal. */
    @GET
    @Path("{renewalId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("renewalId") String renewalId) {
        return answer(renewals.show(renewals.get(id(renewalId))));
    }

    /** The customer wants it. */
    @POST
    @Path("{renewalId}/acceptance")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.SUPPORT, Roles.INTEGRATION})
    public Response accept(@PathParam("renewalId") String renewalId) {
        return answer(decide.handle(id(renewalId), true));
    }

    /** The customer does not want it. */
    @POST
    @Path("{renewalId}/refusal")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.SUPPORT, Roles.INTEGRATION})
    public Response decline(@PathParam("renewalId") String renewalId) {
        return answer(decide.handle(id(renewalId), false));
    }

    private static Response answer(RenewalJson.View renewal) {
        return Response.ok(renewal).tag(ETags.of(renewal.version())).build();
    }

    private static UUID id(String renewalId) {
        return IdText.inPath("renewal", renewalId);
    }
}
