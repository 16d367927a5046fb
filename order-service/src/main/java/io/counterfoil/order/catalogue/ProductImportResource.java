package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Many products at once: proposed with a report, and approved together. */
@RequestScoped
@Path("/v1/product-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductImportResource {

    @Inject
    ImportProducts imports;

    @Inject
    ApproveProducts approve;

    /** Proposes them; the report names those that were refused. */
    @POST
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public ProductJson.Report take(ProductJson.Import products) {
        Invalid.requireBody(products);
        return imports.handle(products.rows());
    }

    /** Lets what was proposed hold, all of it or nothing. */
    @POST
    @Path("approvals")
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public ProductJson.Products approve(ProductJson.Approval approval) {
        Invalid.requireBody(approval);
        return new ProductJson.Products(approve.handle(approval.references()).stream()
                .map(ProductJson.Product::of)
                .toList());
    }
}
