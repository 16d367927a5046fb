package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.customer.GoldenRecords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Parents, bill-tos and ship-tos over HTTP. */
@RequestScoped
@Path("/v1/customers")
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class HierarchyResource {

    @Inject
    Relationships relationships;

    @Inject
    Family family;

    @Inject
    Relate relate;

    @Inject
    EndRelationship end;

    @Inject
    GoldenRecords records;

    @GET
    @Path("{customerId}/relationships")
    public RelationshipJson.Relations list(@PathParam("customerId") UUID customerId, @QueryParam("asOf") String asOf) {
        records.get(customerId);
        return new RelationshipJson.Relations(relationships.of(customerId, day(asOf)));
    }

    @POST
    @Path("{customerId}/relationships")
    @Idempotent
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR})
    public Response relate(@PathParam("customerId") UUID customerId, RelationshipJson.Wanted wanted) {
        return Response.status(201).entity(relate.handle(customerId, wanted)).build();
    }

    @POST
    @Path("{customerId}/relationships/{relationshipId}/end")
    @Idempotent
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR})
    public Relationship end(
            @PathParam("customerId") UUID customerId,
            @PathParam("relationshipId") UUID relationshipId,
            RelationshipJson.Ending ending) {
        return end.handle(customerId, relationshipId, ending);
    }

    @GET
    @Path("{customerId}/hierarchy")
    public RelationshipJson.Tree tree(@PathParam("customerId") UUID customerId, @QueryParam("asOf") String asOf) {
        records.get(customerId);
        LocalDate day = asOf == null ? family.today() : day(asOf);
        List<UUID> above = family.above(customerId, day);
        UUID root = above.get(above.size() - 1);
        return new RelationshipJson.Tree(root, day, family.members(root, day));
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text.startsWith("+") ? "" : text);
        } catch (DateTimeParseException wrong) {
            throw new Invalid("?asOf", "is no day such as 2026-01-31");
        }
    }
}
