package io.counterfoil.billing.dunning;

import io.counterfoil.billing.dunning.DunningJson.PolicyView;
import io.counterfoil.billing.dunning.DunningJson.Publication;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The dunning policies, published in versions. */
@Path("/v1/dunning-policies")
@RequestScoped
public class DunningPolicyResource {

    @Inject
    PublishDunningPolicy publish;

    @Inject
    DunningPolicies policies;

    /** Publishes a version: an upsert by reference, so If-Match is checked when it is sent, and not required. */
    @PUT
    @Path("/{policyId}")
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response put(
            @PathParam("policyId") String policyId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Publication wanted) {
        return answer(publish.handle(policyId, wanted, ifMatch));
    }

    /** The newest version. */
    @GET
    @Path("/{policyId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("policyId") String policyId) {
        return answer(policies.newest(policyId).orElseThrow(() -> new NotFound("dunning policy", policyId)));
    }

    /** The newest version of each policy. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PolicyView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), policies::page, policy -> policy.policyId())
                .map(PolicyView::of);
    }

    private static Response answer(DunningPolicy policy) {
        return Response.ok(PolicyView.of(policy))
                .tag(ETags.of(policy.version()))
                .build();
    }
}
