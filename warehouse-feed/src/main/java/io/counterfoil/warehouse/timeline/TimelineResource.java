package io.counterfoil.warehouse.timeline;

import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The story of a business transaction, by any of its names. */
@RequestScoped
@Path("/v1/timelines/{id}")
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class TimelineResource {

    @Inject
    Timelines timelines;

    @GET
    public TimelineJson.Timeline get(@PathParam("id") String id) {
        return timelines.of(id);
    }
}
