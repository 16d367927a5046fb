package io.counterfoil.ledger.seal;

import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The door through which the chains over the journal are checked. */
@RequestScoped
@Path("/v1/journal-chains")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class ChainResource {

    @Inject
    Chains chains;

    @GET
    @Path("verification")
    public ChainJson.Verification verify(@QueryParam("legalEntityId") String legalEntityId) {
        return chains.verify(legalEntityId);
    }
}
