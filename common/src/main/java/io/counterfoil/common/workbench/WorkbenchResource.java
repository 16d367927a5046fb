package io.counterfoil.common.workbench;

import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Many exceptions at once: their figures, and their replay. */
@RequestScoped
@Path("/v1/exceptions")
public class WorkbenchResource {

    private static final int MOST_DAYS = 366;

    @Inject
    Figures figures;

    @Inject
    ReplayMany replays;

    @Inject
    Caller caller;

    @GET
    @Path("figures")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Figures.Standing figures(@QueryParam("days") Integer days) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new Invalid("?days", "must be from 1 to " + MOST_DAYS);
        }
        return figures.of(days == null ? 30 : days);
    }

    /** Each is a transaction of its own; asking twice changes nothing more. */
    @POST
    @Path("replays")
    @KeepsTrail
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES})
    public ReplayMany.Report replay(@NotNull ReplayMany.Wanted wanted) {
        return replays.handle(wanted, caller.sub());
    }
}
