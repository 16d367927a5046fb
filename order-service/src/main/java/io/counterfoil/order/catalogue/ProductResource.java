package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.Code;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Products: read in any version, and proposed. */
@RequestScoped
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.PARTNER,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class ProductResource {

    @Inject
    Products products;

    @Inject
    ProposeProduct propose;

    /** The newest version of each, by id. */
    @GET
    public Page<ProductJson.Product> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), products::after, product -> product.productId())
                .map(ProductJson.Product::of);
    }

    /** The newest version, or the one that holds on a day. */
    @GET
    @Path("{productId}")
    public Response get(@PathParam("productId") String productId, @QueryParam("asOf") LocalDate asOf) {
        Optional<ProductVersion> found =
                asOf == null ? products.newest(productId) : products.asOf(productId, sensible(asOf));
        return answer(200, found.orElseThrow(() -> new NotFound("product", productId)));
    }

    /** All versions, oldest first. */
    @GET
    @Path("{productId}/versions")
    public Page<ProductJson.Product> versions(
            @PathParam("productId") String productId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        products.newest(productId).orElseThrow(() -> new NotFound("product", productId));
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> products.versions(productId, after, most),
                        version -> version.revision().version())
                .map(ProductJson.Product::of);
    }

    /** Proposes a product or a new version of it. */
    @PUT
    @Path("{productId}")
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("productId") String productId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ProductJson.Terms terms) {
        Invalid.requireBody(terms);
        Proposal<ProductVersion> outcome = propose.handle(Code.require("productId", productId), terms, ifMatch);
        return answer(outcome.created() ? 201 : 200, outcome.newest());
    }

    private static LocalDate sensible(LocalDate day) {
        if (!Revision.isSensible(day)) {
            throw new Invalid("?asOf", "must be a day from 1990 to 2199");
        }
        return day;
    }

    private static Response answer(int status, ProductVersion product) {
        return Response.status(status)
                .tag(ETags.of(product.revision().version()))
                .entity(ProductJson.Product.of(product))
                .build();
    }
}
