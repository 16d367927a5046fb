package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.billingrun.RunJson.NotBilledView;
import io.counterfoil.billing.billingrun.RunJson.RunRequest;
import io.counterfoil.billing.billingrun.RunJson.RunView;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Billing runs: started, watched, and what they left. */
@Path("/v1/billing-runs")
@RequestScoped
public class BillingRunResource {

    @Inject
    StartRun start;

    @Inject
    Runs runs;

    @Inject
    BusinessClock clock;

    /** Starts a run, or does a dry one; while one is running the same is answered. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response create(@Valid @NotNull RunRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(view(start.handle(wanted)))
                .build();
    }

    /** One run and how far it is. */
    @GET
    @Path("/{runId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public RunView get(@PathParam("runId") UUID runId) {
        return view(runId);
    }

    /** What of the run's entity can't be billed now, and why. */
    @GET
    @Path("/{runId}/not-billed")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<NotBilledView> notBilled(
            @PathParam("runId") UUID runId, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        String entity = find(runId).legalEntityId();
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> runs.notBilled(entity, after, most),
                        one -> one.exceptionId())
                .map(NotBilledView::of);
    }

    /** A page of runs. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<RunView> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> runs.page(legalEntityId, after, most),
                        run -> run.runId())
                .map(run -> RunView.of(run, clock.now()));
    }

    private RunView view(UUID runId) {
        return RunView.of(find(runId), clock.now());
    }

    private Run find(UUID runId) {
        return runs.byId(runId).orElseThrow(() -> new NotFound("billing run", runId));
    }
}
