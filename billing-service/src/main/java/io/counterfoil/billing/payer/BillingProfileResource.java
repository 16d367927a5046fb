package io.counterfoil.billing.payer;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Who pays for a customer, and by which segment it is dunned. */
@Path("/v1/billing-profiles/{customerId}")
@RequestScoped
public class BillingProfileResource {

    @Inject
    NameBillingProfile name;

    @Inject
    Payers payers;

    /** Names payer and segment: an upsert by reference, so If-Match is checked when it is sent, and not required. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR, Roles.INTEGRATION})
    public Response put(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Wanted wanted) {
        return answer(name.handle(customerId, wanted, ifMatch));
    }

    /** The profile; who has none pays for itself. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("customerId") UUID customerId) {
        return answer(payers.profile(customerId));
    }

    private Response answer(BillingProfile profile) {
        List<UUID> paysFor = payers.paidBy(profile.customerId()).stream()
                .filter(child -> !child.paysItself())
                .map(BillingProfile::customerId)
                .toList();
        View view = new View(profile.customerId(), profile.payerId(), profile.segment(), profile.version(), paysFor);
        return Response.ok(view).tag(ETags.of(profile.version())).build();
    }

    /** What is said; payerId null: the customer pays itself. */
    public record Wanted(UUID payerId, @Size(min = 1, max = 40) String segment) {}

    /** A profile on the wire. */
    public record View(UUID customerId, UUID payerId, String segment, int version, List<UUID> paysFor) {}
}
