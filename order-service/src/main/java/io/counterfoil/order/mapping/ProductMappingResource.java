package io.counterfoil.order.mapping;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.mapping.ProductMapping.Key;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;

/** What other systems' product codes mean: read in any version, proposed by one person, decided by another. */
@RequestScoped
@Path("/v1/product-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class ProductMappingResource {

    @Inject
    ProductMappings mappings;

    @Inject
    ProposeMapping propose;

    @Inject
    DecideMapping decide;

    /** The newest version of each, by system and code. */
    @GET
    public Page<MappingJson.Mapping> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, after(Cursor.key(cursor)), mappings::after, ProductMappingResource::position)
                .map(MappingJson.Mapping::of);
    }

    /** The newest version, or the one that holds on a day. */
    @GET
    @Path("{system}/{externalCode}")
    public Response get(
            @PathParam("system") String system,
            @PathParam("externalCode") String externalCode,
            @QueryParam("asOf") LocalDate asOf) {
        Key key = new Key(system, externalCode);
        Optional<ProductMapping> found = asOf == null ? mappings.newest(key) : mappings.asOf(key, sensible(asOf));
        return answer(200, found.orElseThrow(() -> new NotFound("product mapping", key)));
    }

    /** All versions, oldest first. */
    @GET
    @Path("{system}/{externalCode}/versions")
    public Page<MappingJson.Mapping> versions(
            @PathParam("system") String system,
            @PathParam("externalCode") String externalCode,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Key key = new Key(system, externalCode);
        mappings.newest(key).orElseThrow(() -> new NotFound("product mapping", key));
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> mappings.versions(key, after, most),
                        one -> one.revision().version())
                .map(MappingJson.Mapping::of);
    }

    /** Proposes which product a code means. */
    @PUT
    @Path("{system}/{externalCode}")
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("system") String system,
            @PathParam("externalCode") String externalCode,
            MappingJson.Target target) {
        Invalid.requireBody(target);
        Proposal<ProductMapping> outcome = propose.handle(MappingJson.key(system, externalCode), target);
        return answer(outcome.created() ? 201 : 200, outcome.newest());
    }

    /** Lets the newest version hold. */
    @POST
    @Path("{system}/{externalCode}/approval")
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public MappingJson.Mapping approve(
            @PathParam("system") String system,
            @PathParam("externalCode") String externalCode,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return MappingJson.Mapping.of(decide.handle(new Key(system, externalCode), true, ifMatch));
    }

    /** Refuses the newest version. */
    @POST
    @Path("{system}/{externalCode}/rejection")
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public MappingJson.Mapping reject(
            @PathParam("system") String system,
            @PathParam("externalCode") String externalCode,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return MappingJson.Mapping.of(decide.handle(new Key(system, externalCode), false, ifMatch));
    }

    private static LocalDate sensible(LocalDate day) {
        if (!Revision.isSensible(day)) {
            throw new Invalid("?asOf", "must be a day from 1990 to 2199");
        }
        return day;
    }

    private static Response answer(int status, ProductMapping mapping) {
        return Response.status(status)
                .tag(ETags.of(mapping.revision().version()))
                .entity(MappingJson.Mapping.of(mapping))
                .build();
    }

    private static String position(ProductMapping mapping) {
        return mapping.key().system() + ' ' + mapping.key().externalCode();
    }

    private static Key after(String key) {
        int space = key == null ? -1 : key.indexOf(' ');
        return space < 0 ? new Key("", "") : new Key(key.substring(0, space), key.substring(space + 1));
    }
}
