package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.PlanJson.PlanView;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.billing.plan.PlanJson.Published;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The plans, published in versions. */
@Path("/v1/plans")
@RequestScoped
public class PlanResource {

    @Inject
    PublishPlan publish;

    @Inject
    Plans plans;

    /** Publishes a version: an upsert by reference, so If-Match is checked when it is sent, and not required. */
    @PUT
    @Path("/{planId}")
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response put(
            @PathParam("planId") String planId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Publication wanted) {
        return answer(publish.handle(planId, wanted, ifMatch));
    }

    /** The newest version. */
    @GET
    @Path("/{planId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("planId") String planId) {
        return answer(
                plans.versions(List.of(planId)).stream().findFirst().orElseThrow(() -> new NotFound("plan", planId)));
    }

    /** The newest version of each plan. */
    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Page<PlanView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), plans::page, plan -> plan.planId())
                .map(PlanView::of);
    }

    private static Response answer(Published plan) {
        return Response.ok(PlanView.of(plan)).tag(ETags.of(plan.version())).build();
    }
}
