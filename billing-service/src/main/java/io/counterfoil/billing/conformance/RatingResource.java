package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.Answer;
import io.counterfoil.billing.conformance.RatingJson.Request;
import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Computes what something would come to. Nothing is stored, so a repeat is harmless and needs no key. */
@Path("/v1/ratings")
@RequestScoped
@NoChange
public class RatingResource {

    /** The exact amounts. */
    @POST
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
    public Answer rate(@Valid @NotNull Request asked) {
        return PriceQuote.of(asked);
    }
}
