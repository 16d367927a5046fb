package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The door through which foreign balances are valued at a period's end. */
@RequestScoped
@Path("/v1/revaluations")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
public class RevaluationResource {

    @Inject
    RevalueBalances revalue;

    @Inject
    Caller caller;

    @POST
    @Idempotent(required = true)
    public Response revalue(@Valid @NotNull RevaluationJson.Request asked) {
        return Response.status(201).entity(revalue.handle(asked, caller.sub())).build();
    }
}
