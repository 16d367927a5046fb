package io.counterfoil.order.callback;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.webhook.WebhookEndpoints;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Who is told of the states of processes. */
@RequestScoped
@Path("/v1/callbacks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallbackResource {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    @Inject
    Callbacks callbacks;

    @Inject
    WebhookEndpoints endpoints;

    @Inject
    SubscribeCallback subscribe;

    @Inject
    EndCallback end;

    /** All of them; they are few. */
    @GET
    @RolesAllowed({Roles.INTEGRATION, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<CallbackJson.View> list() {
        return new Page<>(
                callbacks.all().stream()
                        .flatMap(one -> endpoints.find(one.endpoint()).stream()
                                .map(endpoint -> CallbackJson.View.of(one, endpoint)))
                        .toList(),
                null);
    }

    /** Somebody wants to be told. */
    @PUT
    @Path("{name}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            CallbackJson.Terms terms) {
        if (terms == null || !name.matches(CODE)) {
            throw new Invalid(terms == null ? "" : "/name", "a body and a code as name are required");
        }
        CallbackJson.View callback = subscribe.handle(name, terms, ifMatch);
        return Response.ok(callback).tag(ETags.of(callback.version())).build();
    }

    /** Somebody does not want to be told any more. */
    @DELETE
    @Path("{name}")
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    public Response remove(@PathParam("name") String name) {
        end.handle(name);
        return Response.noContent().build();
    }
}
