package io.counterfoil.customer.matchrun;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Matching in bulk: begin a run, send accounts by the thousand, read the report. */
@RequestScoped
@Path("/v1/match-runs")
@RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
public class MatchRunResource {

    @Inject
    BeginMatchRun begin;

    @Inject
    MatchAccounts match;

    @Inject
    MatchRuns runs;

    @POST
    @Idempotent
    public Response begin(MatchRunJson.Wanted wanted) {
        return Response.status(201).entity(begin.handle(wanted)).build();
    }

    @POST
    @Path("{runId}/accounts")
    @Idempotent
    public MatchRunJson.Report match(@PathParam("runId") UUID runId, MatchRunJson.Accounts accounts) {
        return match.handle(runId, accounts);
    }

    @GET
    @Path("{runId}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.SUPPORT, Roles.AUDITOR})
    public MatchRunJson.Report report(@PathParam("runId") UUID runId) {
        return runs.report(runId);
    }

    @GET
    @Path("{runId}/results")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR, Roles.SUPPORT, Roles.AUDITOR})
    public Page<MatchRunJson.Result> results(
            @PathParam("runId") UUID runId,
            @QueryParam("outcome") String outcome,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        runs.report(runId);
        return runs.results(runId, outcome, cursor, limit);
    }
}
