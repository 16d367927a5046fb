package io.counterfoil.ledger.entity;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The door to legal entities. */
@RequestScoped
@Path("/v1/legal-entities")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class LegalEntityResource {

    @Inject
    LegalEntities legalEntities;

    @Inject
    PublishLegalEntity publish;

    @GET
    public Page<LegalEntityPublished> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), legalEntities::after, e -> e.published()
                        .legalEntityId())
                .map(LegalEntity::published);
    }

    @GET
    @Path("{legalEntityId}")
    public Response one(@PathParam("legalEntityId") String id) {
        LegalEntity entity = legalEntities.find(id).orElseThrow(() -> new NotFound("legal entity", id));
        return Response.ok(entity.published()).tag(ETags.of(entity.version())).build();
    }

    @PUT
    @Path("{legalEntityId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response put(
            @PathParam("legalEntityId") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull LegalEntityJson.Request told) {
        if (!id.matches("[A-Z0-9]{2,12}")) {
            throw new Invalid("/legalEntityId", "must be 2 to 12 capital letters and digits");
        }
        PublishLegalEntity.Outcome outcome = publish.handle(id, told, ifMatch);
        return Response.status(outcome.created() ? 201 : 200)
                .entity(outcome.entity())
                .tag(ETags.of(outcome.entity().version()))
                .build();
    }
}
