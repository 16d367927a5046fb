package io.counterfoil.ledger.entity;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The door to accounting policies. */
@RequestScoped
@Path("/v1/accounting-policies/{legalEntityId}")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class AccountingPolicyResource {

    @Inject
    AccountingPolicies policies;

    @Inject
    Books books;

    @Inject
    ChoosePolicy choose;

    @Inject
    Caller caller;

    @GET
    public AccountingPolicyJson.All list(@PathParam("legalEntityId") String legalEntityId) {
        books.of(legalEntityId);
        return new AccountingPolicyJson.All(policies.of(legalEntityId));
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.CONTROLLER)
    public Response choose(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("name") String name,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AccountingPolicyJson.Request told) {
        AccountingPolicyJson chosen = choose.handle(legalEntityId, name, told, ifMatch, caller.sub());
        return Response.ok(chosen).tag(ETags.of(chosen.version())).build();
    }
}
