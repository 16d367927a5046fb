package io.counterfoil.customer.ownership;

import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Changes that were turned away because another system owns what they concern. */
@RequestScoped
@Path("/v1/rejected-changes")
public class RejectedChangeResource {

    @Inject
    RejectedChanges rejected;

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<OwnershipJson.Rejected> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("system") String system,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return rejected.list(customerId, system, cursor, limit);
    }
}
