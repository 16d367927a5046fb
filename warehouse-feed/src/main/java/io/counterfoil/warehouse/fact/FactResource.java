package io.counterfoil.warehouse.fact;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Facts by kind, and the door through which they are made anew. */
@RequestScoped
@Path("/v1/facts")
public class FactResource {

    @Inject
    Facts facts;

    @Inject
    RebuildFacts rebuild;

    @GET
    @Path("{kind}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Page<FactJson.Wire> list(@PathParam("kind") String kind, @BeanParam FactQuery query) {
        return facts.page(FactKind.ofPath(kind), query.filter(), query.cursor(), query.size());
    }

    @POST
    @Path("rebuilds")
    @RolesAllowed({Roles.CONTROLLER, Roles.OPERATOR})
    @Idempotent
    public Response rebuild(RebuildRequest request) {
        boolean all = Boolean.TRUE.equals(request.all());
        boolean one = request.document() != null && !request.document().isBlank();
        if (all == one || Boolean.FALSE.equals(request.all())) {
            throw new Invalid("", "needs either document or all: true");
        }
        return Response.ok(all ? rebuild.handle() : rebuild.handle(request.document()))
                .build();
    }

    /** Either one document, by id or number, or all. */
    public record RebuildRequest(String document, Boolean all) {}
}
