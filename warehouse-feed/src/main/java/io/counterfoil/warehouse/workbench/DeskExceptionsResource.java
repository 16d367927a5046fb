package io.counterfoil.warehouse.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Problem;
import io.counterfoil.common.security.Roles;
import io.counterfoil.warehouse.part.Gathered;
import io.counterfoil.warehouse.part.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The exceptions of all services, and the acts that end them. The trail of an act is kept where it is done. */
@RequestScoped
@Path("/v1/workbench/exceptions")
@KeepsTrail
public class DeskExceptionsResource {

    private static final List<String> FILTERS = List.of(
            "state",
            "open",
            "class",
            "code",
            "owner",
            "assignee",
            "origin",
            "subject",
            "correlationId",
            "customerId",
            "region",
            "productLine",
            "olderThan",
            "overdue");
    private static final Set<String> ACTS = Set.of("assignment", "comments", "replay", "edit", "waiver", "approval");

    @Inject
    Desk desk;

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Gathered list(
            @Context UriInfo uri,
            @QueryParam("service") String service,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        Map<String, String> filters = new LinkedHashMap<>();
        FILTERS.forEach(name -> filters.put(name, uri.getQueryParameters().getFirst(name)));
        return desk.gather("/v1/exceptions", filters, service, "openedAt", cursor, limit);
    }

    @GET
    @Path("{service}/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Response one(@PathParam("service") String service, @PathParam("id") UUID id) {
        return passedOn(desk.one(service, "GET", "/v1/exceptions/" + id, null, null));
    }

    /** Does there what is asked for here. */
    @POST
    @Path("{service}/{id}/{act}")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES})
    public Response act(
            @PathParam("service") String service,
            @PathParam("id") UUID id,
            @PathParam("act") String act,
            @HeaderParam("Idempotency-Key") String key,
            byte[] body) {
        if (!ACTS.contains(act)) {
            throw new NotFound("act", act);
        }
        if (key != null && key.length() > 255) {
            throw new Invalid("Idempotency-Key", "is longer than 255 characters");
        }
        return passedOn(desk.one(service, "POST", "/v1/exceptions/" + id + "/" + act, read(body), key));
    }

    /** A replay and an approval come without a body, and without a word of what kind it is. */
    private static JsonNode read(byte[] body) {
        return body == null || body.length == 0 ? null : Json.read(body, JsonNode.class);
    }

    /** As the service gave it, refusals with their code and remedy among them. */
    static Response passedOn(Reply reply) {
        return Response.status(reply.status())
                .type(reply.isGiven() ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .entity(reply.body())
                .build();
    }
}
