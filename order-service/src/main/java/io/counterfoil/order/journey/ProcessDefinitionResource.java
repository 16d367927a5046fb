package io.counterfoil.order.journey;

import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.journey.DefinitionJson.Definition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** The processes as they are enforced. */
@RequestScoped
@Path("/v1/process-definitions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class ProcessDefinitionResource {

    /** All of them; they are few. */
    @GET
    public Page<Definition> list() {
        return new Page<>(
                Arrays.stream(ProcessKind.values()).map(Definition::of).toList(), null);
    }

    /** One of them. */
    @GET
    @Path("{process}")
    public Definition get(@PathParam("process") String process) {
        return ProcessKind.ofPath(process)
                .map(Definition::of)
                .orElseThrow(() -> new NotFound("process definition", process));
    }
}
