package io.counterfoil.customer.ownership;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The ownership matrix: what holds, what held, what is proposed. */
@RequestScoped
@Path("/v1/ownership-matrices")
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class OwnershipResource {

    @Inject
    Matrices matrices;

    @Inject
    ProposeMatrix propose;

    @Inject
    DecideMatrix decide;

    @Inject
    BusinessClock clock;

    @Inject
    Caller caller;

    @GET
    public Page<OwnershipJson.Matrix> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return matrices.list(cursor, limit);
    }

    @GET
    @Path("in-force")
    public OwnershipJson.Matrix inForce(@QueryParam("at") String at, @QueryParam("known") String known) {
        return matrices.asOf(moment("?at", at), moment("?known", known))
                .orElseThrow(() -> new NotFound("ownership matrix at", at == null ? "this time" : at));
    }

    @GET
    @Path("{version}")
    public OwnershipJson.Matrix one(@PathParam("version") long version) {
        return matrices.get(version);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.CONTROLLER, Roles.OPERATOR})
    public Response propose(OwnershipJson.Proposed wanted) {
        return Response.status(201).entity(propose.handle(wanted, caller.sub())).build();
    }

    @POST
    @Path("{version}/approval")
    @Idempotent
    @RolesAllowed({Roles.CONTROLLER, Roles.OPERATOR})
    public OwnershipJson.Matrix approve(@PathParam("version") long version) {
        return decide.handle(version, DecideMatrix.Decision.APPROVED, caller.sub());
    }

    @POST
    @Path("{version}/rejection")
    @Idempotent
    @RolesAllowed({Roles.CONTROLLER, Roles.OPERATOR})
    public OwnershipJson.Matrix reject(@PathParam("version") long version) {
        return decide.handle(version, DecideMatrix.Decision.REJECTED, caller.sub());
    }

    private Instant moment(String pointer, String text) {
        try {
            return text == null ? clock.now() : Instant.parse(text.startsWith("+") ? "" : text);
        } catch (DateTimeParseException wrong) {
            throw new Invalid(pointer, "is no time such as 2026-01-31T12:00:00Z");
        }
    }
}
