package io.counterfoil.order.renewal;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How contracts go on when their term ends. */
@RequestScoped
@Path("/v1/renewal-terms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RenewalTermsResource {

    @Inject
    SetRenewalTerms set;

    /** Says how a contract is to go on. */
    @PUT
    @Path("{contractId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.INTEGRATION})
    public Response put(
            @PathParam("contractId") String contractId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            RenewalJson.Wanted wanted) {
        Invalid.requireBody(wanted);
        UUID id = IdText.inPath("contract", contractId);
        RenewalTerms terms = set.handle(id, wanted, ifMatch);
        return Response.ok(RenewalJson.Terms.of(terms))
                .tag(ETags.of(terms.version()))
                .build();
    }
}
