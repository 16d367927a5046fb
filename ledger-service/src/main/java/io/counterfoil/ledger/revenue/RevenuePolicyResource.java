package io.counterfoil.ledger.revenue;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.entity.Books;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The door to the policies of recognition. */
@RequestScoped
@Path("/v1/revenue-policies/{legalEntityId}")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class RevenuePolicyResource {

    @Inject
    RevenuePolicies policies;

    @Inject
    DecideRevenuePolicy decide;

    @Inject
    Books books;

    @Inject
    Caller caller;

    @GET
    public RevenuePolicyJson inForce(@PathParam("legalEntityId") String legalEntityId) {
        books.of(legalEntityId);
        return new RevenuePolicyJson(legalEntityId, policies.of(legalEntityId));
    }

    @POST
    @RolesAllowed(Roles.CONTROLLER)
    @Idempotent(required = true)
    public RevenuePolicyJson decide(
            @PathParam("legalEntityId") String legalEntityId, @Valid @NotNull RevenuePolicyJson.Request request) {
        return decide.handle(legalEntityId, request, caller.sub());
    }
}
