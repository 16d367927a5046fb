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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** Products: read, and published in versions. */
@RequestScoped
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductResource {

    @Inject
    Products products;

    @Inject
    PublishProduct publish;

    /** Products by id. */
    @GET
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
    public Page<ProductJson.Product> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        String after = Objects.requireNonNullElse(Cursor.key(cursor), "");
        return Page.of(products.after(after, size + 1), size, product -> Cursor.of(product.productId()))
                .map(ProductJson.Product::of);
    }

    /** The newest version. */
    @GET
    @Path("{productId}")
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
    public Response get(@PathParam("productId") String productId) {
        Product product = products.find(productId).orElseThrow(() -> new NotFound("product", productId));
        return answer(Response.ok(), product);
    }

    /** Publishes a product or a new version of it. */
    @PUT
    @Path("{productId}")
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("productId") String productId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ProductJson.Terms terms) {
        if (terms == null) {
            throw new Invalid("", "a body is required");
        }
        PublishProduct.Outcome outcome =
                publish.handle(Codes.require("productId", productId), terms.toTerms(), ifMatch);
        return answer(Response.status(outcome.created() ? 201 : 200), outcome.product());
    }

    private static Response answer(Response.ResponseBuilder builder, Product product) {
        return builder.tag(ETags.of(product.version()))
                .entity(ProductJson.Product.of(product))
                .build();
    }
}
