package io.counterfoil.customer.customer;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Customers over HTTP by the ids of other systems. */
@RequestScoped
@Path("/v1/customers/by-reference/{system}/{externalId}")
public class OnboardingResource {

    @Inject
    OnboardCustomer onboard;

    @Inject
    ParkAmbiguity park;

    @Inject
    Identities identities;

    @Inject
    Customers customers;

    @PUT
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    public Response onboard(
            @PathParam("system") String system, @PathParam("externalId") String externalId, CustomerJson.Said said) {
        ExternalReference reference = new ExternalReference(system, externalId);
        Proposal proposal = said.proposal();
        try {
            return answer(onboard.handle(reference, proposal));
        } catch (AmbiguousMatch undecided) {
            park.handle(reference, said, undecided);
            throw undecided;
        }
    }

    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response one(@PathParam("system") String system, @PathParam("externalId") String externalId) {
        ExternalReference reference = new ExternalReference(system, externalId);
        UUID holder =
                identities.holderOf(reference).orElseThrow(() -> new NotFound("customer with reference", reference));
        GoldenRecord customer = customers.get(holder);
        return Response.ok(new CustomerJson.View(customer, null))
                .tag(ETags.of(customer.version()))
                .build();
    }

    private static Response answer(OnboardCustomer.Onboarded onboarded) {
        GoldenRecord customer = onboarded.customer();
        URI location = URI.create("/v1/customers/" + customer.customerId());
        Response.ResponseBuilder answer = onboarded.isNew() ? Response.created(location) : Response.ok();
        return answer.entity(new CustomerJson.View(customer, onboarded.by()))
                .tag(ETags.of(customer.version()))
                .build();
    }
}
