package io.counterfoil.common.workbench;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.webhook.WebhookEndpoint;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Where each team wants to be told of its exceptions. The secret is written and never read. */
@RequestScoped
@Path("/v1/exception-teams")
@RolesAllowed({Roles.OPERATOR, Roles.CONTROLLER})
public class TeamResource {

    @Inject
    Teams teams;

    /** A team's end point on the wire. */
    public record View(String team, String url, boolean enabled, long version, Instant changedAt, String changedBy) {

        static View of(WebhookEndpoint endpoint) {
            return new View(
                    endpoint.name().substring(Teams.PREFIX.length()),
                    endpoint.url(),
                    endpoint.enabled(),
                    endpoint.version(),
                    endpoint.changedAt(),
                    endpoint.changedBy());
        }
    }

    /** All of them. */
    public record Views(List<View> items) {}

    /** What is wanted; enabled unless it says otherwise. */
    public record Wish(
            @NotBlank @Size(max = 2000) String url, @NotBlank @Size(max = 200) String secret, Boolean enabled) {

        @Override
        public String toString() {
            return "Wish[url=" + url + "]";
        }
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.CONTROLLER, Roles.AUDITOR})
    public Views list() {
        return new Views(teams.all().stream().map(View::of).toList());
    }

    @GET
    @Path("{team}")
    @RolesAllowed({Roles.OPERATOR, Roles.CONTROLLER, Roles.AUDITOR})
    public Response one(@PathParam("team") String team) {
        return answer(teams.find(team).orElseThrow(() -> new NotFound("end point of team", team)));
    }

    @PUT
    @Path("{team}")
    public Response set(
            @PathParam("team") String team, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Wish wish) {
        boolean enabled = wish.enabled() == null || wish.enabled();
        return answer(teams.put(team, wish.url(), wish.secret(), enabled, ifMatch));
    }

    @DELETE
    @Path("{team}")
    public Response remove(@PathParam("team") String team) {
        if (!teams.remove(team)) {
            throw new NotFound("end point of team", team);
        }
        return Response.noContent().build();
    }

    private static Response answer(WebhookEndpoint endpoint) {
        return Response.ok(View.of(endpoint)).tag(ETags.of(endpoint.version())).build();
    }
}
