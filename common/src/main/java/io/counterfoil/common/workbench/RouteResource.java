package io.counterfoil.common.workbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.trouble.Routes;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Which team owns which class of exceptions, and within which time it wants them mended. */
@RequestScoped
@Path("/v1/exception-routes")
public class RouteResource {

    @Inject
    Routes routes;

    /** One way on the wire. */
    public record View(
            @JsonProperty("class") TroubleClass trouble,
            String team,
            int objectiveMinutes,
            long version,
            Instant changedAt,
            String changedBy) {

        static View of(Routes.Route route) {
            return new View(
                    route.trouble(),
                    route.team(),
                    route.objectiveMinutes(),
                    route.version(),
                    route.changedAt(),
                    route.changedBy());
        }
    }

    /** All ways. */
    public record Views(List<View> items) {}

    /** What is wanted. */
    public record Wish(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,59}") String team,
            @NotNull @Min(1) @Max(525_600) Integer objectiveMinutes) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Views list() {
        return new Views(routes.all().stream().map(View::of).toList());
    }

    @GET
    @Path("{class}")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Response one(@PathParam("class") String trouble) {
        return answer(routes.of(known(trouble)));
    }

    @PUT
    @Path("{class}")
    @RolesAllowed({Roles.OPERATOR, Roles.CONTROLLER})
    public Response set(
            @PathParam("class") String trouble, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Wish wish) {
        TroubleClass known = known(trouble);
        ETags.require(ifMatch, routes.of(known).version());
        return answer(routes.set(known, wish.team(), wish.objectiveMinutes()));
    }

    private static TroubleClass known(String name) {
        return Arrays.stream(TroubleClass.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("class of exceptions", name));
    }

    private static Response answer(Routes.Route route) {
        return Response.ok(View.of(route)).tag(ETags.of(route.version())).build();
    }
}
