package io.counterfoil.common.audit;

import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The audit trail over HTTP, the same in every service. */
@RequestScoped
@Path("/v1/audit-entries")
public class AuditResource {

    @Inject
    AuditQuery query;

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.CONTROLLER})
    public Page<AuditEntry> list(
            @QueryParam("object") String object,
            @QueryParam("objectId") String objectId,
            @QueryParam("actor") String actor,
            @QueryParam("origin") String origin,
            @QueryParam("correlationId") String correlationId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return query.find(
                new AuditQuery.Filter(object, objectId, actor, origin, correlationId, from, to), cursor, limit);
    }
}
