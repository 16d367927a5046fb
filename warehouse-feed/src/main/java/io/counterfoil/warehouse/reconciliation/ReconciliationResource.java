package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Reconciliations: run now, or read what was found. */
@RequestScoped
@Path("/v1/reconciliations")
public class ReconciliationResource {

    @Inject
    Reconcile reconcile;

    @Inject
    Reconciliations reconciliations;

    @Inject
    Caller caller;

    /**
     * Not one transaction, because it asks other services: a repeated key is known by the run's id, which follows from it.
     */
    @POST
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    @KeepsTrail
    public Response run(@HeaderParam("Idempotency-Key") String key) {
        if (key != null && (key.isBlank() || key.length() > 255)) {
            throw new Invalid("Idempotency-Key", "must have 1 to 255 characters");
        }
        UUID runId = key == null ? EventIds.next() : idOf(key);
        Optional<ReconciliationJson.Run> earlier = reconciliations.get(runId);
        if (earlier.isPresent()) {
            return created(earlier.get()).header("Idempotency-Hit", "true").build();
        }
        reconcile.requested(runId, caller.sub());
        return created(found(runId)).build();
    }

    private UUID idOf(String key) {
        byte[] name = (caller.sub() + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return EventIds.derived(UUID.nameUUIDFromBytes(name), "reconciliation");
    }

    private static Response.ResponseBuilder created(ReconciliationJson.Run run) {
        return Response.created(
                        URI.create("/v1/reconciliations/" + run.summary().runId()))
                .entity(run);
    }

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ReconciliationJson.Summary> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return reconciliations.page(cursor, Page.size(limit));
    }

    @GET
    @Path("{runId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public ReconciliationJson.Run get(@PathParam("runId") String runId) {
        return found(
                runId.equals("latest")
                        ? reconciliations.latest().orElseThrow(() -> new NotFound("reconciliation", "latest"))
                        : parsed(runId));
    }

    private static UUID parsed(String runId) {
        try {
            return UUID.fromString(runId);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("reconciliation", runId);
        }
    }

    private ReconciliationJson.Run found(UUID runId) {
        return reconciliations.get(runId).orElseThrow(() -> new NotFound("reconciliation", runId));
    }
}
