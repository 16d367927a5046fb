package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** What another person says to proposed products. */
@RequestScoped
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
public class ProductDecisionResource {

    @Inject
    DecideProduct decide;

    /** Lets the newest version hold. */
    @POST
    @Path("{productId}/approval")
    @Idempotent
    public ProductJson.Product approve(
            @PathParam("productId") String productId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ProductJson.Product.of(decide.handle(productId, true, ifMatch));
    }

    /** Refuses the newest version. */
    @POST
    @Path("{productId}/rejection")
    @Idempotent
    public ProductJson.Product reject(
            @PathParam("productId") String productId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ProductJson.Product.of(decide.handle(productId, false, ifMatch));
    }
}
