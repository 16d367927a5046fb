package io.counterfoil.order.mapping;

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

/** Many mappings at once: proposed with a report, and approved together. */
@RequestScoped
@Path("/v1/product-mapping-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MappingImportResource {

    @Inject
    ImportMappings imports;

    @Inject
    ApproveMappings approve;

    /** Proposes them; the report names those that were refused. */
    @POST
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public MappingJson.Report take(MappingJson.Import mappings) {
        Invalid.requireBody(mappings);
        return imports.handle(mappings.rows());
    }

    /** Lets what was proposed hold, all of it or nothing. */
    @POST
    @Path("approvals")
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public MappingJson.Mappings approve(MappingJson.Approval approval) {
        Invalid.requireBody(approval);
        return new MappingJson.Mappings(approve.handle(approval.references()).stream()
                .map(MappingJson.Mapping::of)
                .toList());
    }
}
