package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.ConformanceJson.Proof;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A page of proof: what others published, computed anew at each reading by what computes the bills. */
@Path("/v1/conformance")
@RequestScoped
public class ConformanceResource {

    /** Every case with its source, the published figures and ours. */
    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.PARTNER,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Proof get() {
        return PublishedCases.proof();
    }
}
