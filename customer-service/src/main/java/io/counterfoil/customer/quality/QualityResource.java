package io.counterfoil.customer.quality;

import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** The report on the quality of the golden records. */
@RequestScoped
@Path("/v1/data-quality")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
public class QualityResource {

    @Inject
    Quality quality;

    @GET
    public QualityJson.Report report() {
        return quality.report();
    }

    @GET
    @Path("{rule}")
    public Page<QualityJson.Breach> breaches(
            @PathParam("rule") QualityRule rule,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return quality.breaches(rule, cursor, limit);
    }
}
