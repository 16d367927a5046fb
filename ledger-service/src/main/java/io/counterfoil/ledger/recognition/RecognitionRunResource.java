package io.counterfoil.ledger.recognition;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
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
import java.net.URI;
import java.util.UUID;

/** The door to recognition runs. */
@RequestScoped
@Path("/v1/recognition-runs")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class RecognitionRunResource {

    @Inject
    RecognitionRuns runs;

    @Inject
    StartRecognitionRun start;

    @GET
    public Page<RecognitionRunJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (before, most) -> runs.before(before, legalEntityId, most),
                        run -> run.ordinal())
                .map(RecognitionRunJson::of);
    }

    @GET
    @Path("{id}")
    public RecognitionRunJson one(@PathParam("id") UUID id) {
        return runs.find(id).map(RecognitionRunJson::of).orElseThrow(() -> new NotFound("recognition run", id));
    }

    @POST
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public Response start(@Valid @NotNull RecognitionRunJson.Request request) {
        RecognitionRun run = start.handle(request);
        return Response.accepted(RecognitionRunJson.of(run))
                .location(URI.create("/v1/recognition-runs/" + run.id()))
                .build();
    }
}
