package io.counterfoil.warehouse.workbench;

import io.counterfoil.common.security.Roles;
import io.counterfoil.warehouse.part.Gathered;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one query for auditors: the trails of all services, by time. */
@RequestScoped
@Path("/v1/views/audit/entries")
public class AuditViewResource {

    private static final List<String> FILTERS =
            List.of("object", "objectId", "actor", "origin", "correlationId", "from", "to");

    @Inject
    Desk desk;

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.CONTROLLER})
    public Gathered list(
            @Context UriInfo uri,
            @QueryParam("service") String service,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        Map<String, String> filters = new LinkedHashMap<>();
        FILTERS.forEach(name -> filters.put(name, uri.getQueryParameters().getFirst(name)));
        return desk.gather("/v1/audit-entries", filters, service, "at", cursor, limit);
    }
}
