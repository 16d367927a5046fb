package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What other systems' product codes mean. */
@RequestScoped
@Path("/v1/product-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductMappingResource {

    @Inject
    ProductMappings mappings;

    @Inject
    MapProduct map;

    /** Mappings by system and code. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ProductMappingJson.Mapping> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        String[] after = after(Cursor.key(cursor));
        return Page.of(mappings.after(after[0], after[1], size + 1), size, ProductMappingResource::cursor)
                .map(ProductMappingJson.Mapping::of);
    }

    /** One mapping. */
    @GET
    @Path("{system}/{externalCode}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("system") String system, @PathParam("externalCode") String externalCode) {
        ProductMapping mapping = mappings.find(system, externalCode)
                .orElseThrow(() -> new NotFound("product mapping", system + "/" + externalCode));
        return answer(Response.ok(), mapping);
    }

    /** Says which product a code means. */
    @PUT
    @Path("{system}/{externalCode}")
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("system") String system,
            @PathParam("externalCode") String externalCode,
            ProductMappingJson.Target target) {
        if (target == null) {
            throw new Invalid("", "a body is required");
        }
        MapProduct.Outcome outcome = map.handle(
                Codes.require("system", system), Codes.require("externalCode", externalCode), target.productId());
        return answer(Response.status(outcome.created() ? 201 : 200), outcome.mapping());
    }

    private static Response answer(Response.ResponseBuilder builder, ProductMapping mapping) {
        return builder.tag(ETags.of(mapping.version()))
                .entity(ProductMappingJson.Mapping.of(mapping))
                .build();
    }

    private static String cursor(ProductMapping mapping) {
        return Cursor.of(mapping.key().system() + ' ' + mapping.key().externalCode());
    }

    private static String[] after(String key) {
        int space = key == null ? -1 : key.indexOf(' ');
        return space < 0 ? new String[] {"", ""} : new String[] {key.substring(0, space), key.substring(space + 1)};
    }
}
