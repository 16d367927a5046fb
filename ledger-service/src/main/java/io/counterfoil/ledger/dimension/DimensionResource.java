package io.counterfoil.ledger.dimension;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.entity.Books;
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
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The door to the dimensions of postings and their values. */
@RequestScoped
@Path("/v1/dimensions/{legalEntityId}")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class DimensionResource {

    @Inject
    Dimensions dimensions;

    @Inject
    PublishDimension publish;

    @Inject
    Books books;

    @Inject
    Caller caller;

    /** All of a legal entity. */
    public record All(List<DimensionJson> items) {}

    @GET
    public All list(@PathParam("legalEntityId") String legalEntityId) {
        books.of(legalEntityId);
        return new All(dimensions.of(legalEntityId));
    }

    @GET
    @Path("{name}")
    public Response one(@PathParam("legalEntityId") String legalEntityId, @PathParam("name") String name) {
        DimensionJson dimension = dimensions
                .find(legalEntityId, name)
                .orElseThrow(() -> new NotFound("dimension", legalEntityId + "/" + name));
        return answer(200, dimension);
    }

    @PUT
    @Path("{name}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response put(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("name") String name,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull DimensionJson.Request told) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]{0,39}")) {
            throw new Invalid("/name", "must be 1 to 40 letters and digits, beginning with a letter");
        }
        PublishDimension.Outcome outcome = publish.handle(legalEntityId, name, told, ifMatch, caller.sub());
        return answer(outcome.created() ? 201 : 200, outcome.dimension());
    }

    private static Response answer(int status, DimensionJson dimension) {
        return Response.status(status)
                .entity(dimension)
                .tag(ETags.of(dimension.version()))
                .build();
    }
}
