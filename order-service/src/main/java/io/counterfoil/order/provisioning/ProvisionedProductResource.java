package io.counterfoil.order.provisioning;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
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

/** Which products are set up at the platform. */
@RequestScoped
@Path("/v1/provisioned-products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProvisionedProductResource {

    @Inject
    ProvisionedProducts products;

    @Inject
    NameAtPlatform name;

    /** Products by id. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ProvisioningJson.Provisioned> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), products::after, one -> one.productId());
    }

    /** Says how the platform knows a product. */
    @PUT
    @Path("{productId}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("productId") String productId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ProvisioningJson.Terms terms) {
        Invalid.requireBody(terms);
        ProvisioningJson.Provisioned one = name.handle(productId, terms, ifMatch);
        return Response.ok(one).tag(ETags.of(one.version())).build();
    }
}
